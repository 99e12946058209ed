import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { browserFor } from "../support/chromium.ts";
import { fixture, servedSite } from "../support/site.ts";
import { drawingsIn, runsOfText } from "./pdf.ts";

const scope = { after };
const site = await servedSite(scope, fixture(scope, "site"));
const browser = await browserFor(scope);

const ARROW = "\u21a9\ufe0e";
const ESSAY = "/essays/every-feature/";
type Scheme = "light" | "dark";

async function onPaper(colorScheme: Scheme = "light"): Promise<Page> {
  const page = await browser.newPage({ colorScheme });
  await page.emulateMedia({ media: "print", colorScheme });
  await page.goto(site.origin + ESSAY);
  return page;
}

test("a printed essay is all there, without what leads elsewhere on the site", async () => {
  const page = await onPaper();
  const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();
  assert.equal(await shown("nav, form, button, [role=search], body > a"), 0);
  assert.equal(await shown("h1"), 1);
  // The arrows back from notes, and the invitation to subscribe, lead nowhere on paper.
  const texts = async (): Promise<readonly string[]> => {
    const found = page.locator("article :is(p:not(.invitation), li, td)");
    return (await found.allInnerTexts()).map((text) => text.replaceAll(ARROW, "").trim());
  };
  const printed = await texts();
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(printed, await texts());
  await page.close();
});

test("a printed essay says where its links to other sites lead, unless their words do, and not where those within it do", async () => {
  const page = await onPaper();
  const links = await page.evaluate<readonly Link[]>(
    `[...document.querySelectorAll(".e-content a")].map((link) => ({
      href: link.getAttribute("href"),
      text: link.textContent,
      after: getComputedStyle(link, "::after").content,
    }))`,
  );
  await page.close();
  const elsewhere = links.filter(({ href }) => href.startsWith("http"));
  const writtenOut = elsewhere.filter(({ href, text }) => href === text);
  assert.ok(writtenOut.length > 0 && writtenOut.length < elsewhere.length);
  assert.deepEqual(
    links.filter(saysWhere),
    elsewhere.filter((link) => !writtenOut.includes(link)),
  );
});

interface Link {
  readonly href: string;
  readonly text: string;
  /** What the style sheet puts behind it. */
  readonly after: string;
}

const saysWhere = ({ href, after }: Link): boolean =>
  after.includes("attr(href") || after.includes(href);

test("an essay comes out of the printer, in the dark scheme as in the light one", async () => {
  const [light, dark] = await Promise.all((["light", "dark"] as const).map(drawingsOf));
  assert.ok(runsOfText(light!.join("")) > 100);
  assert.deepEqual(dark, light);
});

test("a printed essay is dark on white", async () => {
  const page = await onPaper("dark");
  const { channels } = await sharp(await page.screenshot()).stats();
  await page.close();
  // Of 255 in each colour: paper is most of a page.
  for (const { mean, min, max } of channels) assert.ok(mean > 200 && min < 50 && max === 255);
});

test("a page that is dark in print too does not come out as the light one does", async () => {
  const html = `<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style><p>Text`;
  const [light, dark] = await Promise.all(
    (["light", "dark"] as const).map(async (colorScheme) => {
      const page = await browser.newPage({ colorScheme });
      await page.setContent(html);
      return printed(page);
    }),
  );
  assert.notDeepEqual(dark, light);
});

const drawingsOf = async (scheme: Scheme): Promise<readonly string[]> =>
  printed(await onPaper(scheme));

/** What is drawn on paper, backgrounds included; closes the page. */
async function printed(page: Page): Promise<readonly string[]> {
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  await page.close();
  return drawingsIn(pdf);
}
