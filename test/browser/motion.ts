import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { open } from "./visit.ts";

const MOTION_FACTS = readFileSync(join(import.meta.dirname, "motion-facts.js"), "utf8");

/** Nothing moves for readers who asked their system for less motion. */
export function testStillness(
  name: string,
  site: ServedSite,
  paths: readonly string[],
  browser: Browser,
): void {
  test(`${name} keeps still for those who asked for it`, async () => {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    const moving: string[] = [];
    for (const path of paths) {
      await open(page, site, path);
      moving.push(...(await motionOn(page)).map((motion) => `${path} ${motion}`));
    }
    await page.close();
    assert.deepEqual(moving, []);
  });
}

/** What moves on a page, in words. */
export const motionOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(MOTION_FACTS);
