import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";

/** More than one page of the archive, and one of a tag, holds. */
const ESSAYS = 160;

const scope = { after };
const site = await servedSite(scope, manyEssays());
const browser = await browserFor(scope);

const lists = site.pages.filter((path) => /^\/(?:essays\/(?:\d{4}\/)?|tags\/.*)$/.test(path));
testAccessibility("A site of long lists", { ...site, pages: lists }, browser);

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
    titles.push(...(await page.locator("main h2").allInnerTexts()));
  }
  await page.close();
  assert.deepEqual(titles, titlesNewestFirst());
});

/** One essay a week. */
function manyEssays(): string {
  const content = join(temporaryFolder(scope), "content");
  const files = Array.from({ length: ESSAYS }, (_, i): [string, string] => {
    const day = new Date(Date.UTC(2022, 0, 1 + i * 7)).toISOString().slice(0, 10);
    return [
      `essays/${day}-essay-${i}.md`,
      `---\ntags: [all]\n---\n# ${titleOf(i)}\n\nText ${i}.\n`,
    ];
  });
  writeFiles(content, Object.fromEntries(files));
  return content;
}

function titleOf(i: number): string {
  return `Essay ${i}`;
}

function titlesNewestFirst(): readonly string[] {
  return Array.from({ length: ESSAYS }, (_, i) => titleOf(ESSAYS - 1 - i));
}
