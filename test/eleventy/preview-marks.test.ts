import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { violationsOn } from "../browser/accessibility.ts";
import { browserFor } from "../support/chromium.ts";
import { startPreview } from "../support/preview.ts";
import { essay, HARBOUR, LANTERN, smallSite } from "./small-site.ts";

const scope = { after };
const preview = await startPreview(scope, { files: smallSite.files });
const browser = await browserFor(scope);
afterEach(() => preview.restore());

const WORDS =
  "the harbour was quiet that morning, and the *lanterns* on the [east pier](https://example.org/) were still lit, though nobody had asked for light since the ferry left for the islands at six";
const FIRST = essay(`It began so: ${WORDS}. So it was.`);
const COPY = essay(`Later I wrote: ${WORDS}. That was all.`);
const MARK = "mark.said-copy";

test("a page shows a passage marked when it is saved, and unmarked when it is mended", async () => {
  const page = await browser.newPage();
  const connected = page.waitForEvent("console", (line) => line.text().includes("Connected"));
  await page.goto(`${preview.origin}/essays/lantern/`);
  await connected;
  assert.equal(await page.locator("mark").count(), 0);
  preview.save(HARBOUR, FIRST);
  preview.save(LANTERN, COPY);
  // Two saves may be two builds: what is asked for is asked for again when the page is loaded anew.
  const said = `${WORDS.replaceAll(/[*[\]]|\(.*\)/g, "")}.`;
  await page.waitForFunction(
    `Array.from(document.querySelectorAll("${MARK}"), (mark) => mark.textContent).join("") === ${JSON.stringify(said)}`,
  );
  preview.save(HARBOUR, essay("Nothing of it."));
  await page.locator(MARK).first().waitFor({ state: "detached" });
  await page.close();
});

test("a mark leads to the other copy's place, and that one back", async () => {
  preview.save(HARBOUR, FIRST);
  preview.save(LANTERN, COPY);
  await preview.shows("/essays/lantern/", "said-copy");
  const page = await browser.newPage();
  await page.goto(`${preview.origin}/essays/lantern/`);
  await page.getByRole("link", { name: /^\d+ words said before, in essays/ }).click();
  await page.waitForURL(/\/essays\/harbour\/#said:/);
  assert.equal(await page.locator(".said-label:target").count(), 1);
  await page.getByRole("link", { name: /^said first here, and again in / }).click();
  await page.waitForURL(/\/essays\/lantern\/#said:/);
  assert.equal(await page.locator(".said-label:target").count(), 1);
  await page.goto(`${preview.origin}/.galley/`);
  await page.getByRole("link", { name: "See it marked in its page" }).click();
  assert.equal(await page.locator(".said-label:target").count(), 1);
  await page.close();
});

test("both copies on one page are marked, and pages with marks pass axe, narrow and wide", async () => {
  preview.save(
    LANTERN,
    essay(`${WORDS}.\n\n- Then came this.\n- And ${WORDS.replace("morning", "evening")}.`),
  );
  await preview.shows("/essays/lantern/", "said-copy");
  const page = await browser.newPage();
  await page.goto(`${preview.origin}/essays/lantern/`);
  for (const place of [MARK, "mark.said-other", ".said-copy.said-changed"])
    assert.ok((await page.locator(place).count()) > 0);
  assert.deepEqual(await violationsOn(page), []);
  await page.setViewportSize({ width: 320, height: 800 });
  assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
  await page.close();
});

test("the last good page keeps its marks under what is wrong now", async () => {
  preview.save(HARBOUR, FIRST);
  preview.save(LANTERN, COPY);
  await preview.shows("/essays/lantern/", "said-copy");
  preview.save(HARBOUR, "---\ntitle: [x\n---\nHello.\n");
  const { body } = await preview.showsTrouble("/essays/lantern/", "invalid-front-matter");
  assert.match(body, /<mark class="said-copy">/);
});

test("marks are in no file, and on no page but the essays' own", async () => {
  preview.save(HARBOUR, FIRST);
  preview.save(LANTERN, COPY);
  await preview.shows("/essays/lantern/index.html", "said-copy");
  const file = join(preview.folder, ".galley/preview/essays/lantern/index.html");
  assert.doesNotMatch(readFileSync(file, "utf8"), /said-/);
  for (const path of ["/", "/feed.xml", "/feed.json", "/essays/"]) {
    assert.doesNotMatch((await preview.get(path)).body, /said-/, path);
  }
});
