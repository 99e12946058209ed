import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { open } from "./visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe leaves out by itself: contrast of 7:1 (WCAG 2.2, 1.4.6) and targets of 24 pixels (2.5.8). */
const STRICTER = ["color-contrast-enhanced", "target-size"];

const OPTIONS = {
  // Would ask for the style sheets once more: the pages' policy forbids that to scripts.
  preload: false,
  resultTypes: ["violations"],
  rules: Object.fromEntries(STRICTER.map((rule) => [rule, { enabled: true }])),
};

const RUN = `axe.run(${JSON.stringify(OPTIONS)})`;

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const widths = [320, 1280] as const;
const schemes = ["light", "dark"] as const;

/** Every page of a site passes axe in narrow and wide windows, in light and dark. */
export function testAccessibility(name: string, site: ServedSite, browser: Browser): void {
  test(`${name} passes axe on every page: narrow and wide, in light and dark`, async () => {
    const page = await browser.newPage();
    const violations: string[] = [];
    for (const path of site.pages) {
      await open(page, site, path);
      const found = await violationsOn(page);
      violations.push(...found.map((violation) => `${path} ${violation}`));
    }
    await page.close();
    assert.deepEqual(violations, []);
  });
}

/** What axe finds wrong with a page, in windows of all widths and schemes. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.evaluate(AXE);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const results = await page.evaluate<AxeResults>(RUN);
      for (const { id, help, nodes } of results.violations) {
        const places = nodes.map(({ html }) => `\n  ${html}`).join("");
        violations.push(`(${width} px, ${colorScheme}) ${id}: ${help}${places}`);
      }
    }
  }
  return violations;
}
