import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Page } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { open } from "./visit.ts";

/** Where the Tab key leads to: what `focus-facts.js` finds there. */
interface Stop {
  /** Its place among all elements of the document. */
  readonly place: number;
  /** Its start tag. */
  readonly markup: string;
  /** Whether it can be seen when it has the focus. */
  readonly shown: boolean;
  /** The contrast of its outline with the page, from 1 to 21; 0 where it has none. */
  readonly outline: number;
}

/** Where the first line of an element stands while nothing has the focus, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

const FOCUS_FACTS = readFileSync(join(import.meta.dirname, "focus-facts.js"), "utf8");

const ALL = `document.querySelectorAll("*")`;

/** What a reader can use, as places among all elements: what is hidden from all is nobody's to reach. */
const USABLE = `[...${ALL}].flatMap((element, place) =>
  element.matches("a[href], button, input, select, textarea, summary, [tabindex='0']") &&
  element.checkVisibility({ visibilityProperty: true }) && !element.disabled ? [place] : [])`;

const BOX_OF = `(element) => {
  const [{ left, top, height }] = element.getClientRects();
  const isRightToLeft = getComputedStyle(element.parentElement).direction === "rtl";
  return { left: left + scrollX, top: top + scrollY, height, isRightToLeft };
}`;

/** A phone's window, where everything stands in one column. */
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };

/** WCAG 2.2, 1.4.11: of what shows where the focus is. */
const VISIBLE_CONTRAST = 3;

/** Who goes by keyboard gets everywhere on these pages, sees where they are, and comes out again. */
export function testKeyboard(
  name: string,
  site: ServedSite,
  paths: readonly string[],
  browser: Browser,
): void {
  describe(`${name}, walked through by keyboard,`, () => {
    for (const path of paths) {
      test(`${path} is reached in all its parts, in the order of reading`, async () => {
        const faults: string[] = [];
        for (const viewport of [NARROW, WIDE]) {
          const page = await browser.newPage({ viewport });
          await open(page, site, path);
          const found = await faultsOfWalk(page, viewport === NARROW);
          faults.push(...found.map((fault) => `(${viewport.width} px) ${fault}`));
          await page.close();
        }
        assert.deepEqual(faults, []);
      });

      test(`${path} begins with a link that skips to the text`, async () => {
        const page = await browser.newPage({ viewport: NARROW });
        await open(page, site, path);
        assert.deepEqual(await faultsOfSkipping(page), []);
        await page.close();
      });
    }
  });
}

/** What is wrong with going through a page with Tab, and back with Shift and Tab; in one column, with its order too. */
export async function faultsOfWalk(page: Page, isOneColumn: boolean): Promise<readonly string[]> {
  const usable = await page.evaluate<readonly number[]>(USABLE);
  // Boxes that scroll can be reached too: a walk of twice as many steps goes in circles.
  const tooFar = 2 * usable.length + 10;
  const stops = await walk(page, "Tab", tooFar);
  const back = await walk(page, "Shift+Tab", tooFar);
  if (stops === undefined || back === undefined) return ["holds who is in it"];
  const places = stops.map(({ place }) => place);
  const unreached = usable.filter((place) => !places.includes(place));
  const isReversed = isDeepStrictEqual(places, back.map(({ place }) => place).toReversed());
  return [
    ...stops.flatMap(faultsOfStop),
    ...(await ofElements<string>(page, unreached, MARKUP_OF)).map((tag) => `${tag} is not reached`),
    ...(isReversed ? [] : ["goes another way back"]),
    ...faultsOfOrder(stops, isOneColumn ? await ofElements<Box>(page, places, BOX_OF) : undefined),
  ];
}

/** All stops until the focus leaves the page or is where it was first; undefined where that never comes. */
async function walk(page: Page, key: string, tooFar: number): Promise<readonly Stop[] | undefined> {
  const stops: Stop[] = [];
  while (stops.length < tooFar) {
    await page.keyboard.press(key);
    const stop = await page.evaluate<Stop | undefined>(FOCUS_FACTS);
    if (stop === undefined || stop.place === stops[0]?.place) {
      await page.evaluate("document.activeElement.blur()");
      return stops;
    }
    stops.push(stop);
  }
  return undefined;
}

const MARKUP_OF = "(element) => element.cloneNode(false).outerHTML";

/** What a function, as source, says of some elements, each by its place among all. */
const ofElements = <T>(page: Page, places: readonly number[], ask: string): Promise<readonly T[]> =>
  page.evaluate<readonly T[]>(
    `${JSON.stringify(places)}.map((place) => ${ALL}[place]).map(${ask})`,
  );

function faultsOfStop({ markup, shown, outline }: Stop): readonly string[] {
  if (!shown) return [`${markup} is not seen when it has the focus`];
  if (outline >= VISIBLE_CONTRAST) return [];
  return [`${markup} does not show that it has the focus`];
}

/** Which steps lead back: in the document, and where the boxes are known in what is seen. */
function faultsOfOrder(stops: readonly Stop[], boxes?: readonly Box[]): readonly string[] {
  return stops.slice(1).flatMap((to, i) => {
    const from = stops[i]!;
    // What a box that scrolls holds may have been scrolled to its side.
    const isBox = from.markup.includes('tabindex="0"');
    const isSeenInOrder = !boxes || isBox || comesAfter(boxes[i]!, boxes[i + 1]!);
    const isInOrder = to.place > from.place && isSeenInOrder;
    return isInOrder ? [] : [`${to.markup} comes before ${from.markup}, and is reached after it`];
  });
}

/** Whether something stands below something else, or beside it in the direction of reading. */
function comesAfter(from: Box, to: Box): boolean {
  if (to.top >= from.top + from.height / 2) return true;
  if (to.top + to.height <= from.top + from.height / 2) return false;
  return to.isRightToLeft ? to.left < from.left : to.left > from.left;
}

/** What is wrong with the first stop, which is to lead past the navigation to the text. */
export async function faultsOfSkipping(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("Tab");
  const [first] = await page.evaluate<readonly string[]>(
    "[document.activeElement.getAttribute('href') ?? '']",
  );
  if (!first!.startsWith("#")) return ["its first stop leads to no part of it"];
  await page.keyboard.press("Enter");
  const isInMain = "document.activeElement.closest('main') !== null";
  if (!(await page.evaluate<boolean>(isInMain))) return ["its first stop leads past the text"];
  const hasStops = await page.evaluate<boolean>("document.querySelector('main a[href]') !== null");
  await page.keyboard.press("Tab");
  if (hasStops && !(await page.evaluate<boolean>(isInMain))) return ["its text is left at once"];
  return [];
}
