import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { startPreview } from "../support/preview.ts";
import { essay, HARBOUR, smallSite } from "./small-site.ts";

const scope = { after };
const preview = await startPreview(scope, smallSite);
const browser = await browserFor(scope);

test("a preview can be searched, drafts too, and hears of edits", async () => {
  preview.save("content/essays/2026-01-03-draft.md", "---\ndraft: true\n---\n# Unripe\n\nGreen.\n");
  await preview.shows("/essays/draft/", "Green.");
  const find = async (words: string, title: string) => {
    const page = await browser.newPage();
    await page.goto(`${preview.origin}/search/?q=${words}`);
    await page.locator(".search-result").getByRole("link", { name: title, exact: true }).waitFor();
    await page.close();
  };
  await find("quiet", "An essay");
  await find("green", "Unripe");
  preview.save(HARBOUR, essay("The harbour was loud."));
  await preview.shows("/essays/harbour/", "The harbour was loud.");
  await find("loud", "An essay");
});

test("an edit does not wait for the index: it is made when somebody searches, and written nowhere", async () => {
  const place = "/pagefind/0/pagefind-entry.json";
  const { body } = await preview.get(place);
  preview.save(HARBOUR, essay("The harbour was louder."));
  await preview.shows("/essays/harbour/", "The harbour was louder.");
  await preview.until(place, "has another index", (answer) => answer.body !== body);
  assert.ok(existsSync(join(preview.folder, ".galley/preview/search/index.html")));
  assert.ok(!existsSync(join(preview.folder, ".galley/preview/pagefind")));
  assert.equal((await preview.get("/pagefind/0/nothing")).status, 404);
});
