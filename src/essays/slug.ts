import type { Finding } from "../diagnostics/diagnostic.ts";
import { slugify } from "../text/slug.ts";
import type { Manuscript, Source } from "./essay.ts";
import type { FileName } from "./file-name.ts";

/** What was inferred, and what was wrong with what it was to be inferred from. */
export interface Inferred<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The slug that front matter gives, else the file name's; a given one has to be a slug as it stands. */
export function slugOf(
  source: Source,
  { frontMatter }: Manuscript,
  name: FileName,
): Inferred<string> {
  const given = frontMatter.slug;
  // A description is named by the slug of its tag, which has rules of its own.
  if (source.role === "description") return { value: name.stem, findings: [] };
  if (given === undefined) return { value: pathSegment(name.text), findings: [] };
  const value = pathSegment(given.value);
  if (value === given.value) return { value, findings: [] };
  const finding: Finding = {
    code: "invalid-front-matter",
    severity: "error",
    message: `\`${given.value}\` can't be a slug`,
    help: `A slug is words in lower case joined by hyphens, a part of the address. Write \`${value}\`.`,
    span: given.span,
    data: { slug: value },
  };
  return { value, findings: [finding] };
}

/** File systems take 255 bytes a name, and a name in Chinese has three a character. */
const MAX_SLUG = 80;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** One safe path segment, never empty: a name without a word is spelled out in code points. */
export function pathSegment(text: string): string {
  const slug = slugify(text) || Array.from(text, codePointOf).join("-");
  const cut =
    slug.length <= MAX_SLUG
      ? slug
      : Array.from(slug).slice(0, MAX_SLUG).join("").replace(/-+$/, "");
  return RESERVED.test(cut) ? `${cut}-essay` : cut;
}

const codePointOf = (character: string): string => `u${character.codePointAt(0)!.toString(16)}`;

/** A file system's 255 bytes a name, without a day, hyphens and an ending. */
const MAX_BYTES = 255 - "2026-02-24-".length - ".txt".length;

/** The name of an essay's file, without its ending: the day, and the slug of some words; it is read as just these. */
export function essayName(day: string, words: string): string {
  const slug = Array.from(pathSegment(words));
  while (Buffer.byteLength(slug.join("")) > MAX_BYTES) slug.pop();
  return `${day}-${slug.join("").replace(/-+$/, "")}`;
}
