import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { browserFor } from "../support/chromium.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { landscape } from "../support/pictures-of-size.ts";
import { servedSite } from "../support/site.ts";
import { testAccessibility } from "./accessibility.ts";
import { testPages } from "./pages.ts";

const scope = { after };
const WORDS = "Words that stand between two pictures and push the second out of sight. ".repeat(60);
const content = join(temporaryFolder(scope), "content");
writeFiles(content, {
  "site.yaml":
    "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Pictures\nurl: https://example.org/\nauthor: { name: Ada }\n",
  "essays/harbour/index.md": `---\ndate: 2026-01-01\n---\n# Harbour\n\nSeen from above.\n\n![The harbour](wide.jpg "From the hill")\n\n${WORDS}\n\nA ![map](small.jpg), ![a chart](far.jpg) and [![a link](small.jpg)](/tags/).\n`,
  "essays/tower/index.md": "---\ndate: 2026-01-02\n---\n# Tower\n\n![The tower](tall.jpg)\n",
  "essays/tower/tall.jpg": await landscape(600, 3000).jpeg({ quality: 80 }).toBuffer(),
  "essays/harbour/wide.jpg": await landscape(2400, 1200).jpeg({ quality: 90 }).toBuffer(),
  "essays/harbour/small.jpg": await landscape(320, 200).jpeg({ quality: 95 }).toBuffer(),
  "essays/harbour/far.jpg": await landscape(900, 700).jpeg({ quality: 90 }).toBuffer(),
});
const site = await servedSite(scope, content);
const browser = await browserFor(scope);
const ESSAY = `${site.origin}/essays/harbour/`;

testPages("A site with pictures", site, browser);
testAccessibility("A site with pictures", site, browser);

/** A picture as the browser shows it. */
interface Shown {
  readonly file: string;
  /** Of the file that was loaded, in pixels. */
  readonly loaded: number;
  /** On the page, in CSS pixels. */
  readonly width: number;
  /** The widths that the first format is offered in. */
  readonly offered: readonly number[];
}

const shownOn = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate<readonly Shown[]>(`(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) {
      picture.scrollIntoView();
      if (!picture.complete) await new Promise((resolve) => (picture.onload = resolve));
    }
    return pictures.map((picture) => ({
      file: picture.currentSrc.split("/").at(-1),
      loaded: Number(/\\.(\\d+)\\.(?:avif|webp)$/.exec(picture.currentSrc)?.[1] ?? 0),
      width: picture.getBoundingClientRect().width,
      offered: Array.from(
        (picture.parentElement.querySelector("source")?.srcset ?? "").matchAll(/ (\\d+)w/g),
        ([, width]) => Number(width),
      ),
    }));
  })()`);

/** A screen may get so much less than all of its pixels: the difference is not seen. */
const HARDLY_LESS = 0.9;

for (const [name, viewport, deviceScaleFactor] of [
  ["a telephone", { width: 390, height: 844 }, 3],
  ["a small window", { width: 500, height: 800 }, 1],
  ["a desktop", { width: 1280, height: 900 }, 1],
  ["a sharp desktop", { width: 1280, height: 900 }, 2],
] as const) {
  test(`${name} loads the smallest file that is sharp there, as AVIF`, async () => {
    const page = await browser.newPage({ viewport, deviceScaleFactor });
    await page.goto(ESSAY);
    const shown = await shownOn(page);
    assert.equal(shown.length, 4);
    for (const { file, loaded, width, offered } of shown) {
      const needed = width * deviceScaleFactor * HARDLY_LESS;
      assert.match(file, /\.avif$/);
      assert.ok(loaded >= Math.min(needed, offered.at(-1)!), `${file} for ${needed} pixels`);
      const smaller = Math.max(0, ...offered.filter((one) => one < loaded));
      assert.ok(smaller < needed / HARDLY_LESS ** 2, `${file}, where ${smaller} were enough`);
    }
    await page.close();
  });
}

test("nothing shifts while pictures are loaded, and the first one is not loaded late", async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
  // Pictures come long after the page was laid out without them.
  await page.route(/\.(?:avif|webp|jpg)$/, async (route) => {
    await page.waitForLoadState("domcontentloaded");
    await route.continue();
  });
  await page.addInitScript(`window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });`);
  await page.goto(ESSAY);
  await shownOn(page);
  const shifts = await page.evaluate<readonly number[]>(
    "new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts), 100)))",
  );
  assert.deepEqual(shifts, []);
  const how = await page.evaluate<readonly string[]>(
    "[...document.images].map(({ loading, fetchPriority }) => `${loading} ${fetchPriority}`)",
  );
  assert.deepEqual(how, ["auto high", "lazy auto", "lazy auto", "lazy auto"]);
  await page.close();
});

test("a tall picture is seen whole in the window, undistorted", async () => {
  for (const viewport of [
    { width: 1280, height: 700 },
    { width: 390, height: 844 },
  ]) {
    const page = await browser.newPage({ viewport });
    await page.goto(`${site.origin}/essays/tower/`);
    const { height, fit } = await page.evaluate<{ height: number; fit: string }>(
      "({ height: document.images[0].clientHeight, fit: getComputedStyle(document.images[0]).objectFit })",
    );
    assert.ok(height > viewport.height / 2 && height < viewport.height, String(height));
    assert.equal(fit, "contain");
    await page.close();
  }
});

test("a picture far below is not asked for before somebody reads on", async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 400 } });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(ESSAY, { waitUntil: "networkidle" });
  assert.ok(asked.some((url) => url.includes("wide.jpg")));
  assert.ok(!asked.some((url) => url.endsWith("wide.jpg")), "the original is left alone");
  await page.close();
});
