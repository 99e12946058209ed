import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { open } from "./visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Without `preload`, which asks for the style sheets once more: the pages' policy forbids that to scripts. */
const RUN = "axe.run({ preload: false, resultTypes: ['violations'] })";

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
