import { createHash } from "node:crypto";

/** An apostrophe inside a word goes without a trace: "don't" is `dont`, not `don-t`. */
const INNER_APOSTROPHE = /(?<=[\p{L}\p{M}\p{Nd}])['’](?=[\p{L}\p{Nd}])/gu;
/** Most file names are slugs as they stand. */
const SLUG = /^[a-z\d]+(?:-[a-z\d]+)*$/;
const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu;

/** A text's words in lower case, joined by `-`, in any script; "" where it has none. Safe in a URL. */
export function slugify(text: string): string {
  if (SLUG.test(text)) return text;
  const folded = text.normalize("NFC").toLowerCase().normalize("NFC").replace(INNER_APOSTROPHE, "");
  return (folded.match(WORD) ?? []).join("-");
}

/**
 * What all spellings of one tag have in common: composed, without case, white space run together.
 * Upper case comes first because it is what makes "ß" and "ss" (STRASSE), or "ς" and "σ", one.
 */
export function tagKey(label: string): string {
  if (PLAIN_KEY.test(label)) return label;
  const folded = label.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
  return folded.replace(/\s+/gu, " ").trim();
}

/** Most labels are their own keys. */
const PLAIN_KEY = /^[a-z\d-]+$/;

/** File systems take 255 bytes a name; a folded label longer than this many is cut. */
const LONGEST_IN_BYTES = 120;
const KEPT_CHARACTERS = 30;

const NAMES: Readonly<Record<string, string>> = {
  "+": "plus",
  "#": "sharp",
  ".": "dot",
  "/": "slash",
  "&": "amp",
  "'": "apos",
  "’": "apostrophe",
};
const EMPTY = "empty";
/** Words that stand for a character, or for the rest of a long label: no word of a label is written so. */
const RESERVED_WORD = new RegExp(
  `^(?:${[...Object.values(NAMES), EMPTY].join("|")}|u[0-9a-f]{2,6}|h[0-9a-f]{32})$`,
);
/** No file or folder of Windows can have one of these names. */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** A word; a lone space or hyphen between two words; underscores; any other character. */
const PIECES =
  /([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)|(?<=[\p{L}\p{M}\p{Nd}])([ -])(?=[\p{L}\p{Nd}])|(_+)|(.)/gsu;

/**
 * A readable folder name for a tag, safe on every file system. Two labels have one slug only if they
 * have one `tagKey`:
 *
 * - letters, marks and digits stay; a hyphen between words stays, a space between words becomes `_`,
 *   and underscores get one more (`machine learning` → `machine_learning`, `a_b` → `a__b`);
 * - any other character is written as a word, set off by hyphens: `+` plus, `#` sharp, `.` dot, `/` slash,
 *   else `u` and its hexadecimal code point (`C++` → `c-plus-plus`, 😀 → `u1f600`);
 * - a word of the label that looks like such a word gets a `~` (`plus` → `~plus`), and so does a whole
 *   label that Windows reserves (`con` → `~con`);
 * - a slug of more than 120 bytes keeps its beginning and ends in the hash of the label.
 */
export function tagSlug(label: string): string {
  const key = tagKey(label);
  if (key === "") return EMPTY;
  if (RESERVED_NAME.test(key)) return `~${key}`;
  const slug = spelledOut(key);
  return Buffer.byteLength(slug) > LONGEST_IN_BYTES ? shortened(slug, key) : slug;
}

function spelledOut(key: string): string {
  let slug = "";
  let before: "nothing" | "symbol" | "other" = "nothing";
  for (const [piece, word, joint, underscores] of key.matchAll(PIECES)) {
    const isSymbol = !word && !joint && !underscores;
    if (before === "symbol" || (before === "other" && isSymbol)) slug += "-";
    before = isSymbol ? "symbol" : "other";
    if (word) slug += RESERVED_WORD.test(word) ? `~${word}` : word;
    else if (joint) slug += joint === " " ? "_" : "-";
    else if (underscores) slug += `${underscores}_`;
    else slug += nameOf(piece);
  }
  return slug;
}

const nameOf = (character: string): string =>
  NAMES[character] ?? `u${character.codePointAt(0)!.toString(16).padStart(2, "0")}`;

function shortened(slug: string, key: string): string {
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
  const start = Array.from(slug).slice(0, KEPT_CHARACTERS).join("");
  return `${start.replace(/[-_~]+$/, "")}-h${hash}`;
}
