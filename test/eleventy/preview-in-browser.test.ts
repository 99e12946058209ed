import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import type { Page } from "playwright-core";
import { browserFor } from "../support/chromium.ts";
import { startPreview } from "../support/preview.ts";
import { essay, HARBOUR, LAYOUT, layoutSaying, smallSite } from "./small-site.ts";

const scope = { after };
const preview = await startPreview(scope, smallSite);
const browser = await browserFor(scope);
afterEach(() => preview.restore());

const PATIENCE_MS = 20_000;

/** A page hears of edits from when it is connected, after every reload anew. */
const connected = (page: Page): Promise<unknown> =>
  page.waitForEvent("console", (line) => line.text().includes("Connected"));

/** A page of the preview as a writer has it open; nothing in a test asks for it a second time. */
async function opened(path: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await preview.shows(path, "</html>");
  const [response] = await Promise.all([page.goto(preview.origin + path), connected(page)]);
  assert.equal(response!.status(), 200);
  return page;
}

/** Makes an edit that the page shows by loading itself anew. */
async function edited(page: Page, edit: () => void): Promise<void> {
  const again = connected(page);
  edit();
  await again;
}

test("a page shows an edit by itself", async () => {
  const page = await opened("/essays/harbour/");
  preview.save(HARBOUR, essay("The harbour was loud."));
  await page.getByText("The harbour was loud.").waitFor();
  assert.equal(await page.getByText("The harbour was quiet.").count(), 0);
  await page.close();
});

test("a page shows a new stylesheet by itself", async () => {
  const page = await opened("/essays/harbour/");
  preview.save("public/style.css", "body { outline: rgb(1, 2, 3) solid 1px; }");
  await page.waitForFunction("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'");
  await page.close();
});

test("a page shows a new layout by itself", async () => {
  const page = await opened("/essays/harbour/");
  preview.save(LAYOUT, layoutSaying("layout two"));
  await page.getByText("layout two").waitFor();
  await page.close();
});

test("a list shows by itself that an essay was added and deleted", async () => {
  const page = await opened("/");
  await edited(page, () =>
    preview.save("content/essays/2026-01-03-meadow.md", "# A meadow\n\nGreen.\n"),
  );
  await page.getByRole("link", { name: "A meadow" }).waitFor();
  preview.remove("content/essays/2026-01-03-meadow.md");
  await page.getByRole("link", { name: "A meadow" }).waitFor({ state: "detached" });
  await page.close();
});

test("findings appear over the last good page by themselves, and go away when they are mended", async () => {
  const page = await opened("/essays/harbour/");
  await edited(page, () => preview.save(HARBOUR, "---\ntitle: [x\n---\nHello.\n"));
  const box = page.getByRole("alert");
  await box.getByText("2026-01-01-harbour.md:3:1 error[invalid-front-matter]").waitFor();
  await page.getByText("The harbour was quiet.").waitFor();
  preview.save(HARBOUR, essay("The harbour is back."));
  await page.getByText("The harbour is back.").waitFor();
  assert.equal(await box.count(), 0);
  await page.close();
});

test("a layout that throws appears over the last good page, and goes away when it is mended", async () => {
  const page = await opened("/essays/harbour/");
  await edited(page, () =>
    preview.save(
      LAYOUT,
      'export const essay = () => {\n  throw new Error("no essay today");\n};\n',
    ),
  );
  const box = page.getByRole("alert");
  await box.getByText("no essay today").waitFor();
  preview.save(LAYOUT, layoutSaying("layout three"));
  await page.getByText("layout three").waitFor();
  assert.equal(await box.count(), 0);
  await page.close();
});

test("a slip of syntax in a layout appears over the last good page, and goes away when it is mended", async () => {
  const page = await opened("/essays/harbour/");
  // More than once: what is loaded anew forgets no last good code.
  for (const word of ["four", "five"]) {
    await edited(page, () => preview.save(LAYOUT, "export const = ;\n"));
    const box = page.getByRole("alert");
    await box.getByText("ERROR:").waitFor();
    await page.getByText("The harbour was quiet.").waitFor();
    preview.save(LAYOUT, layoutSaying(`layout ${word}`));
    await page.getByText(`layout ${word}`).waitFor();
    assert.equal(await box.count(), 0);
  }
  await page.close();
});
