import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { ESSAYS, manyEssays, titleOf } from "../support/many-essays.ts";
import { servedSite } from "../support/site.ts";

const scope = { after };
const site = await servedSite(scope, manyEssays(scope));
const browser = await browserFor(scope);

test("who goes on to older essays of a tag gets to all of them", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/tags/all/`);
  const titles: string[] = [];
  const older = page.getByRole("link", { name: "Older essays" });
  for (;;) {
    titles.push(...(await page.locator("main h2").allInnerTexts()));
    if ((await older.count()) === 0) break;
    await older.click();
  }
  await page.close();
  assert.deepEqual(titles, titlesNewestFirst());
});

test("who goes through the years of the archive gets to all essays", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/essays/`);
  const years = await page.getByRole("navigation", { name: "Years" }).getByRole("link").all();
  const paths = await Promise.all(years.map((year) => year.getAttribute("href")));
  const titles: string[] = [];
  for (const path of paths) {
    await page.goto(site.origin + path!);
    titles.push(...(await page.locator("main .line .p-name").allInnerTexts()));
  }
  await page.close();
  assert.deepEqual(titles, titlesNewestFirst());
});

function titlesNewestFirst(): readonly string[] {
  return Array.from({ length: ESSAYS }, (_, i) => titleOf(ESSAYS - 1 - i));
}
