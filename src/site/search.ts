import { hash } from "node:crypto";
import type { Essay } from "../essays/essay.ts";
import { clean } from "../text/clean.ts";
import { spaced, spacing } from "../text/spaced.ts";
import { encodePath } from "./address.ts";
import { compare } from "./order.ts";
import type { BodyOf } from "./page.ts";
import type { Site } from "./site.ts";
import { SEARCH_INDEX } from "./urls.ts";

/**
 * A part of the search index: some of the texts that can be found. What is searched is essays and plain pages, as far
 * as the site shows them; lists of them would be found over and over.
 */
export interface SearchPart {
  /** Relative to the output folder, with a slash at the end. */
  readonly folder: string;
  /** In the order of their addresses, so that the index does not depend on any other. */
  readonly texts: readonly Essay[];
}

/** A text as the index gets it: HTML of its own, with the site path that leads to it. */
export interface SearchDocument {
  /** Percent-encoded, without the path prefix: a site is found wherever it lies. */
  readonly url: string;
  readonly html: string;
}

/** Texts in a part, about: an edit has its whole part indexed anew, which takes 4 ms a text. */
const PART = 250;

/** A reader's search asks every part: with more than these, parts are rather larger. */
const FEW_PARTS = 16;

/** For this many texts Pagefind takes 300 MB, and more for more. */
const LARGEST_PART = 1000;

/** The parts of a site's index: one, and twice as many whenever they grow too large. None where nothing is searched. */
export function searchParts({ settings, essays, pages, urlOf }: Site): readonly SearchPart[] {
  if (!settings.search) return [];
  const texts = [...essays, ...pages].map((text) => ({ text, url: urlOf(text) }));
  const count = partsFor(texts.length);
  const parts = Array.from({ length: count }, () => [] as typeof texts);
  for (const found of texts.toSorted((a, b) => compare(a.url, b.url))) {
    parts[partOf(found.url, count)]!.push(found);
  }
  return parts.map((found, number) => ({
    folder: searchPartFolder(number),
    texts: found.map(({ text }) => text),
  }));
}

const searchPartFolder = (number: number): string => `${SEARCH_INDEX.slice(1)}${number}/`;

/** The part that a file of the output belongs to; undefined where it is not of the index. */
export const searchPartOf = (path: string): string | undefined =>
  /^pagefind\/\d+\//.exec(path)?.[0];

function partsFor(texts: number): number {
  if (texts === 0) return 0;
  let count = 1;
  while (texts / count > (count < FEW_PARTS ? PART : LARGEST_PART)) count *= 2;
  return count;
}

/** By the address alone: a text that is added moves no other. */
const partOf = (url: string, count: number): number =>
  Number.parseInt(hash("sha1", url).slice(0, 8), 16) % count;

/** Two parts with one fingerprint have the same bytes, as long as the code is the same. */
export const searchFingerprint = ({ texts }: SearchPart, site: Site, bodyOf: BodyOf): string =>
  hash(
    "sha1",
    JSON.stringify([
      site.settings.language,
      texts.map((text) => [...factsOf(text, site), bodyOf(text)]),
    ]),
  );

const factsOf = (text: Essay, { urlOf }: Site): readonly (string | undefined)[] => [
  urlOf(text),
  text.title,
  text.lang,
  text.date?.day,
];

export const searchDocuments = (
  { texts }: SearchPart,
  site: Site,
  bodyOf: BodyOf,
): readonly SearchDocument[] =>
  texts.map((text) => ({
    url: encodePath(site.urlOf(text)),
    html: documentOf(text, site.settings.language, bodyOf(text).html),
  }));

/** The title is a fact and not a part of the text: it weighs five times as much, and excerpts don't repeat it. */
function documentOf({ title, lang, date }: Essay, language: string, body: string): string {
  const facts = [
    fact("title", spaced(clean(title))),
    ...(date ? [fact("date", date.day)] : []),
    ...(lang === language ? [] : [fact("lang", lang)]),
  ];
  return `<!doctype html><html><head>${facts.join("")}</head><body>${searchable(body)}</body></html>`;
}

const fact = (name: string, value: string): string =>
  `<meta data-pagefind-meta="${name}[content]" content="${value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)}">`;

/** What leads from a text to its notes, and back: `essays/markdown/footnote-html.ts`. */
const APPARATUS =
  /<sup class="footnote-ref".*?<\/sup>|<a [^>]*class="footnote-backref"[^>]*>.*?<\/a>/gs;

/**
 * A text without what is no part of it, its words apart. Pagefind hands excerpts on with `<` escaped and `&` not: a word
 * joiner in front tells an `&lt;` that a writer wrote from one that Pagefind makes.
 */
function searchable(html: string): string {
  const space = spacing();
  return html
    .replace(APPARATUS, "")
    .replace(/(<[^>]*>)|&#?\w+;|[^<&]+/g, (part, tag) => {
      if (tag !== undefined) return bare(part);
      return part.startsWith("&") ? part : space(part);
    })
    .replace(/&amp;(?=[lg]t;)/g, "&amp;\u2060");
}

/**
 * A tag with nothing but its id, which results lead to: addresses in it would depend on where the site lies. A picture
 * is left out, since its own would be kept.
 */
const bare = (tag: string): string =>
  tag.replace(
    /^<(\/?[a-z][\w-]*)(?:[^>]*?(\sid="[^"]*"))?[^>]*>$/i,
    (_, name: string, id: string | undefined) =>
      /^img$/i.test(name) ? "" : `<${name}${id ?? ""}>`,
  );

/**
 * The one language whose stems the index knows: the site's. Texts in others are found by their words as they are
 * written. Where Pagefind would look for words by a dictionary, which readers' browsers do by another one, it is not to
 * know the language: `spaced` has set them apart.
 */
export function stemLanguage({ language }: Site["settings"]): string {
  const name = language.split("-")[0]!.toLowerCase();
  return ["zh", "ja", "th"].includes(name) ? "unknown" : name;
}
