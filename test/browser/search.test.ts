import assert from "node:assert/strict";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { browserFor } from "../support/chromium.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { fixture, servedSite, type ServedSite } from "../support/site.ts";
import { violationsOn } from "./accessibility.ts";
import { complaintsOn } from "./visit.ts";

const scope = { after };
const site = await servedSite(scope, fixture(scope, "search"));
const below = await servedSite(scope, fixture(scope, "search"), { prefix: "/blog/" });
const browser = await browserFor(scope);

/** Generous: a busy machine takes seconds for what takes a tenth of one. */
const PATIENCE_MS = 20_000;

/** More texts than one part of the index has. */
const LARGE = 320;

/** The search page, with all that a browser complains of: under the policy that docs/search.md gives. */
async function opened({ origin, prefix }: ServedSite, query = "", from: Browser = browser) {
  const page = await from.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = complaintsOn(page, origin);
  await page.goto(`${origin}${prefix}search/${query}`);
  return { page, complaints };
}

const field = (page: Page) => page.getByRole("searchbox", { name: "Words to look for" });
const status = (page: Page) => page.getByRole("status");
const results = (page: Page) => page.locator(".search-result");
const titles = (page: Page) => results(page).locator("h2").allTextContents();

/** Looks for words in place of others; answers the titles. */
async function found(page: Page, words: string, said: string): Promise<readonly string[]> {
  await field(page).fill(words);
  await status(page)
    .filter({ hasText: `${said} for “${words}”` })
    .waitFor();
  return titles(page);
}

for (const where of [site, below]) {
  describe(`A search at ${where.prefix}`, () => {
    test("is done by the keyboard alone, and leads to what was found", async () => {
      const { page, complaints } = await opened(where);
      const main = page.getByRole("main");
      await main.focus();
      await page.keyboard.press("Tab");
      assert.ok(await field(page).evaluate((element) => element.matches(":focus")));
      await page.keyboard.type("boats");
      await page.keyboard.press("Enter");
      await status(page).filter({ hasText: "2 results" }).waitFor();
      assert.deepEqual(await titles(page), ["Boats", "The quiet harbour"]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${where.origin}${where.prefix}essays/boats/`);
      assert.deepEqual(complaints, []);
      await page.goBack();
      await status(page).filter({ hasText: "2 results" }).waitFor();
      assert.equal(await field(page).inputValue(), "boats");
      await page.close();
    });

    test("is at an address that can be handed on", async () => {
      const { page, complaints } = await opened(where, "?q=sail");
      await status(page).filter({ hasText: "1 result" }).waitFor();
      assert.equal(await field(page).inputValue(), "sail");
      await found(page, "lighthouse & back", "1 result");
      assert.equal(new URL(page.url()).searchParams.get("q"), "lighthouse & back");
      assert.deepEqual(complaints, []);
      await page.close();
    });

    test("leads to the heading below which words stand", async () => {
      const { page } = await opened(where, "?q=pilots");
      await page.getByRole("link", { name: "Deep water" }).click();
      await page.waitForURL(`${where.origin}${where.prefix}essays/harbour/#deep-water`);
      await page.close();
    });
  });
}

test("shows where the words stand, and the day", async () => {
  const { page } = await opened(site, "?q=sailing");
  const result = results(page).first();
  await result.waitFor();
  assert.deepEqual(await result.locator("mark").allTextContents(), ["sailing,"]);
  assert.equal(await result.locator("time").getAttribute("datetime"), "2026-01-01");
  assert.equal(await result.locator("time").textContent(), "1 January 2026");
  await page.close();
});

test("shows by dots that a text goes on before and behind what is shown of it", async () => {
  const { page } = await opened(site, "?q=windlass");
  const shown = await results(page).locator("p").textContent();
  assert.match(shown!, /^… .* windlass .* …$/);
  await found(page, "begins far ahead", "1 result");
  assert.match((await results(page).locator("p").textContent())!, /^It begins far ahead.* …$/);
  await page.close();
});

test("finds phrases in which words stand that others have with other accents", async () => {
  const { page } = await opened(site);
  assert.deepEqual(await found(page, '"resume work"', "1 result"), ["Accents"]);
  assert.deepEqual(await found(page, "鳥が", "1 result"), ["Accents"]);
  assert.deepEqual(await found(page, "静か", "1 result"), ["Accents"]);
  // Words by themselves are found with whatever accents.
  assert.deepEqual(await found(page, "resumé", "1 result"), ["Accents"]);
  await page.close();
});

test("a title weighs more than a text", async () => {
  const { page } = await opened(site);
  assert.deepEqual(await found(page, "harbour", "2 results"), ["The quiet harbour", "Boats"]);
  await page.close();
});

test("finds pages, and no draft", async () => {
  const { page } = await opened(site);
  assert.deepEqual(await found(page, "keeper", "1 result"), ["About"]);
  assert.deepEqual(await found(page, "secretive", "Nothing was found"), []);
  await page.close();
});

test("finds texts of all languages from one page, each said to be in its own", async () => {
  const { page } = await opened(site);
  assert.deepEqual(await found(page, "Leuchttürme", "1 result"), ["Am Hafen"]);
  assert.equal(await results(page).first().getAttribute("lang"), "de");
  assert.deepEqual(await found(page, "hafen", "1 result"), ["Am Hafen"]);
  assert.deepEqual(await found(page, "灯台", "1 result"), ["第1章 はじめに"]);
  assert.equal(await results(page).locator("p").textContent(), "東京の港を歩いた。灯台は遠い。");
  assert.deepEqual(await results(page).locator("mark").allTextContents(), ["灯台"]);
  assert.deepEqual(await found(page, "台灯は", "Nothing was found"), []);
  await page.close();
});

test("what is hostile is shown as it was written, and does nothing", async () => {
  const { page, complaints } = await opened(site, "?q=peril");
  await results(page).first().waitFor();
  assert.deepEqual(await titles(page), [
    '<img src=x onerror="window.__canary=1"> & "friends" &lt;b&gt;',
  ]);
  const text = (await results(page).locator("p").textContent())!;
  assert.match(text, /<script>window\.__canary=2<\/script> and &lt;mark&gt; and <mark> and java/);
  assert.equal(
    await results(page).locator("ul a").textContent(),
    "<svg onload=“window.__canary=3”> peril",
  );
  assert.equal(await page.evaluate("window.__canary"), undefined);
  assert.equal(await results(page).locator("img, script, svg").count(), 0);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("a hostile query is shown as it was written, and does nothing", async () => {
  const words = "<img src=x onerror=window.__canary=1>";
  const { page } = await opened(site, `?q=${encodeURIComponent(words)}`);
  await status(page).filter({ hasText: words }).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  await page.close();
});

test("shows ten results, and more when asked, going on with the first of them", async () => {
  const { page } = await opened(site);
  await found(page, "lantern", "25 results");
  assert.equal(await results(page).count(), 10);
  const more = page.getByRole("button", { name: "More results" });
  await more.press("Enter");
  await results(page).nth(19).waitFor();
  const focused = await page.evaluate("document.activeElement.textContent");
  assert.equal(focused, await results(page).nth(10).locator("h2").textContent());
  await more.press("Enter");
  await results(page).nth(24).waitFor();
  assert.equal(await results(page).count(), 25);
  assert.equal(await more.count(), 0);
  await page.close();
});

test("Escape brings back what was there at first", async () => {
  const { page } = await opened(site);
  const before = await page.locator(".search-results").innerText();
  await found(page, "boats", "2 results");
  await field(page).press("Escape");
  await page.getByRole("link", { name: "all essays" }).waitFor();
  assert.equal(await page.locator(".search-results").innerText(), before);
  assert.equal(await field(page).inputValue(), "");
  assert.equal(await status(page).textContent(), "");
  assert.ok(!page.url().includes("q="));
  await page.close();
});

test("nothing is loaded before somebody searches, and nothing moves", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/search/`);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/pagefind/")),
    [],
  );
  const shift = await page.evaluate<number>(
    `new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    })`,
  );
  assert.equal(shift, 0);
  await page.close();
});

test("without JavaScript the page says so, has no dead field, and leads on", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.origin}/search/?q=boats`);
  assert.equal(await page.getByRole("searchbox").count(), 0);
  const text = await page.locator("main").innerText();
  assert.match(text, /needs JavaScript/);
  await page.getByRole("main").getByRole("link", { name: "all essays" }).click();
  assert.equal(new URL(page.url()).pathname, "/essays/");
  await page.close();
});

test("where the index cannot be loaded, the page says so, and the next try counts", async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route("**/pagefind-entry.json*", (route) => route.abort());
  await page.goto(`${site.origin}/search/?q=boats`);
  await status(page).filter({ hasText: "could not be loaded" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "all essays" }).waitFor();
  await page.unrouteAll();
  await page.goto(`${site.origin}/search/?q=boats`);
  await status(page).filter({ hasText: "2 results" }).waitFor();
  await page.close();
});

test("passes axe with results, narrow and wide, in light and dark, and fits 320 pixels", async () => {
  const { page } = await opened(site, "?q=lantern");
  await results(page).first().waitFor();
  assert.deepEqual(await violationsOn(page), []);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const words of ["peril", "灯台", "pilots"]) {
    await found(page, words, "1 result");
    const overflow = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    assert.equal(overflow, 0, words);
  }
  await page.close();
});

test("finds texts in all parts of a large site's index, words and phrases alike", async () => {
  const content = join(temporaryFolder(scope), "content");
  const essays = Array.from({ length: LARGE }, (_, i) => [
    `essays/2022-01-01-essay-${i}.md`,
    `# Essay ${i}\n\nText ${i}.\n`,
  ]);
  writeFiles(content, Object.fromEntries(essays) as Readonly<Record<string, string>>);
  const { page, complaints } = await opened(await servedSite(scope, content));
  assert.equal(await page.locator("form.search").getAttribute("data-parts"), "2");
  await found(page, "essay", `${LARGE} results`);
  for (const i of [0, 7, 160, LARGE - 1]) {
    assert.deepEqual(await found(page, `"text ${i}"`, "1 result"), [`Essay ${i}`]);
  }
  assert.deepEqual(complaints, []);
  await page.close();
});
