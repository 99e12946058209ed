import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "../support/chromium.ts";
import { fixture, servedSite } from "../support/site.ts";

const scope = { after };
const prefix = "/blog/";
const site = await servedSite(scope, fixture(scope, "site"), { prefix });
const browser = await browserFor(scope);

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? "with" : "without";
  test(`a former address leads to the essay, ${scripts} scripts`, async () => {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(`${site.origin}/blog/essays/long-words-of-old/`);
    await page.waitForURL(`${site.origin}/blog/essays/long-words/`);
    await page.close();
  });
}

test("an address that leads nowhere shows the 404 page, with its style sheet and links", async () => {
  const page = await browser.newPage();
  const response = await page.goto(`${site.origin}/blog/tags/no/such/tag/`);
  assert.equal(response?.status(), 404);
  assert.equal(await page.locator("h1").innerText(), "Page not found");
  await page.getByRole("link", { name: "all essays" }).click();
  assert.equal(page.url(), `${site.origin}/blog/essays/`);
  await page.close();
});
