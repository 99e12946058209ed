import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { violationsOn } from "../browser/accessibility.ts";
import { browserFor } from "../support/chromium.ts";
import { startPreview } from "../support/preview.ts";
import { essay, HARBOUR, LAYOUT, smallSite } from "./small-site.ts";

const scope = { after };
const preview = await startPreview(scope, {
  ...smallSite,
  prepare(folder) {
    smallSite.prepare!(folder);
    cpSync(join(ROOT, "docs"), join(folder, "docs"), { recursive: true });
  },
});
const browser = await browserFor(scope);
afterEach(() => preview.restore());

const FINDINGS = "/.galley/";
const GROWN = "The harbour was quiet.Then it was not, [see](missing.md).";

test("the terminal says once where the findings are", () => {
  const { port } = new URL(preview.origin);
  assert.equal(preview.said().split(`Findings at http://localhost:${port}/.galley/\n`).length, 2);
});

test("the page of findings is of the last build, with warnings and without", async () => {
  await preview.until(FINDINGS, "nothing", ({ body }) => body.includes("Nothing to mend."));
  preview.save(HARBOUR, essay("The harbour was quiet.Then it was not."));
  const { body } = await preview.shows(FINDINGS, "missing-space");
  assert.match(body, /<a href="\/essays\/harbour\/">/);
  assert.match(body, /0 errors, 1 warning/);
  preview.save(HARBOUR, essay("The harbour was quiet. Then it was not."));
  await preview.shows(FINDINGS, "Nothing to mend.");
});

test("errors that keep the site from being built are on it, and pages lead to it", async () => {
  preview.save(HARBOUR, essay(GROWN));
  await preview.shows(FINDINGS, "The site could not be built");
  await preview.shows(FINDINGS, "broken-link");
  await preview.showsTrouble("/essays/harbour/", 'href="/.galley/"');
});

test("what is wrong with the code is on it", async () => {
  preview.save(LAYOUT, 'export const essay = () => {\n  throw new Error("no essay today");\n};\n');
  await preview.shows(FINDINGS, "no essay today");
});

test("a code leads to the page that explains it", async () => {
  const { body } = await preview.shows("/.galley/missing-space/", "# missing-space");
  assert.match(body, /Why it matters/);
  for (const path of ["/.galley/none/", "/.galley/toString/", "/.galley/..%2f..%2fpackage.json/"]) {
    assert.equal((await preview.get(path)).status, 404, path);
  }
});

test("the pages pass axe: narrow and wide, in light and dark, with all kinds of findings", async () => {
  preview.save(HARBOUR, `---\ndraft: true\n---\n${essay(`${GROWN}${"A long line. ".repeat(40)}`)}`);
  await preview.shows(FINDINGS, "The site could not be built");
  const page = await browser.newPage();
  for (const path of [FINDINGS, "/.galley/missing-space/"]) {
    await page.goto(preview.origin + path);
    assert.deepEqual(await violationsOn(page), [], path);
    await page.setViewportSize({ width: 320, height: 800 });
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    assert.equal(wide, 320, path);
  }
  await page.close();
});

test("the page shows the next build by itself", async () => {
  const page = await browser.newPage();
  const connected = page.waitForEvent("console", (line) => line.text().includes("Connected"));
  await page.goto(preview.origin + FINDINGS);
  await connected;
  preview.save(HARBOUR, essay("The harbour was quiet.Then it was not."));
  await page.getByRole("link", { name: "missing-space" }).waitFor();
  await page.close();
});
