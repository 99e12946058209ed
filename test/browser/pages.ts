import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import type { ServedSite } from "../support/site.ts";
import { survey, type Surveyed } from "./survey.ts";
import { missingTargets } from "./targets.ts";

/** What must hold of every page of every site, in a real browser. */
export function testPages(name: string, site: ServedSite, browser: Browser): void {
  let pages: readonly Surveyed[];

  /** What is wrong, each with the page that it is wrong on. */
  const wrongs = (find: (page: Surveyed) => readonly string[]): readonly string[] =>
    pages.flatMap((page) => find(page).map((wrong) => `${page.path} ${wrong}`));

  describe(name, () => {
    before(async () => (pages = await survey(site, browser)));

    test("asks for nothing elsewhere, keeps the policy, and gives no browser a reason to complain", () => {
      assert.deepEqual(
        wrongs(({ complaints }) => complaints),
        [],
      );
    });

    test("says the same without scripts", () => {
      const differs = ({ path, text, textWithoutScripts }: Surveyed) =>
        text !== textWithoutScripts && !isSearch(site, path);
      assert.deepEqual(pages.filter(differs), []);
    });

    test("has one h1 on every page, and no two elements of one id", () => {
      assert.deepEqual(wrongs(doubles), []);
    });

    test("fits a window of 320 pixels without scrolling sideways", () => {
      const tooWide = ({ overflow }: Surveyed) =>
        overflow === 0 ? [] : [`is ${overflow} pixels too wide`];
      assert.deepEqual(wrongs(tooWide), []);
    });

    test("is markup that a browser need not mend", () => {
      assert.deepEqual(
        wrongs(({ path, tags }) => mended(site.sourceOf(path), tags)),
        [],
      );
    });

    test("holds no character that HTML forbids", () => {
      const holds = ({ path }: Surveyed) =>
        [...new Set(site.sourceOf(path).match(FORBIDDEN))].map(
          (character) => `holds U+${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
        );
      assert.deepEqual(wrongs(holds), []);
    });

    test("has nothing that could run, and no styles beside the style sheet", () => {
      const others = pages.filter(({ path }) => !isSearch(site, path));
      assert.deepEqual(
        others.flatMap((page) => activeParts(page).map((wrong) => `${page.path} ${wrong}`)),
        [],
      );
    });

    test("links only to pages, pictures and parts that are there", async () => {
      const parts = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
      assert.deepEqual(await missingTargets(site, pages, parts), []);
    });

    test("lists every page in its sitemap, redirects and the 404 page aside", () => {
      const listed = site.pages.filter((path) => !site.sourceOf(path).includes(NOT_LISTED));
      assert.deepEqual(site.sitemap.toSorted(), listed);
    });
  });
}

/** The one page with a script and a form: test/browser/search.test.ts. */
const isSearch = ({ prefix }: ServedSite, path: string): boolean => path === `${prefix}search/`;

/** Control characters and noncharacters: HTML, "13.1.5 Text" and "Preprocessing the input stream". */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]|\p{Noncharacter_Code_Point}/gu;

function doubles({ headings, ids }: Surveyed): readonly string[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `has the id ${id} twice`);
  return headings.length === 1 ? twice : [`has ${headings.length} h1`, ...twice];
}

/** Browsers execute no script of this type: it holds facts for search engines. */
const FACTS = "application/ld+json";

const ACTIVE = new Set(["style", "svg", "math", "iframe", "object", "embed", "form", "base"]);

const ACTIVE_SCHEME = /^(?:javascript|vbscript|data|blob|file):$/;

const isActive = (target: string): boolean =>
  ACTIVE_SCHEME.test(new URL(target, "http://127.0.0.1").protocol);

function activeParts({ scripts, attributes, tags, targets }: Surveyed): readonly string[] {
  return [
    ...targets.filter(isActive).map((target) => `leads to ${target}`),
    ...scripts.filter((type) => type !== FACTS).map((type) => `has a script ${type}`),
    ...attributes.filter((name) => /^on|^style$/.test(name)).map((name) => `has ${name}="…"`),
    ...tags.filter((tag) => ACTIVE.has(tag)).map((tag) => `has <${tag}>`),
  ];
}

/** How the tags of the tree that a browser made differ from those that were written. */
function mended(source: string, tags: readonly string[]): readonly string[] {
  const written = tagsIn(source);
  const length = Math.max(written.length, tags.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => written[i] !== tags[i]);
  if (at === undefined) return [];
  const around = (all: readonly string[]) => all.slice(Math.max(0, at - 3), at + 4).join(" ");
  return [`has ${around(written)}, of which the browser makes ${around(tags)}`];
}

/** All tags of a page, in order. In our pages a `<` is always a tag's. */
const tagsIn = (source: string): readonly string[] =>
  Array.from(source.matchAll(/<(\/?[a-z][a-z0-9]*)(?:\s[^>]*)?>/g), ([, name]) => name!);

/** What redirects and the 404 page say to search engines. */
const NOT_LISTED = '<meta name="robots" content="noindex">';
