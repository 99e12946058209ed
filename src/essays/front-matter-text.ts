import type { Located, Span } from "../text/span.ts";
import { fencedHeader } from "./fence.ts";

/** Values of keys as a writer would give them. */
export interface FrontMatterValues {
  readonly title?: string;
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly draft?: boolean;
}

/** Prettier breaks longer lists into lines, at its own width or at an editor's. */
const WIDTH = 80;

/** Front matter with its fences, spelled as prettier leaves it; each value is read back as it is given. */
export function frontMatterText({ title, date, tags = [], draft }: FrontMatterValues): string {
  const lines = [
    ...(title === undefined ? [] : [`title: ${scalar(title)}`]),
    ...(date === undefined ? [] : [`date: ${date}`]),
    ...(tags.length === 0 ? [] : listed("tags", tags)),
    ...(draft === true ? ["draft: true"] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n`;
}

function listed(key: string, words: readonly string[]): readonly string[] {
  const items = words.map(scalar);
  const line = `${key}: [${items.join(", ")}]`;
  return line.length <= WIDTH ? [line] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
}

/**
 * The text with a value for a key in its front matter, which it gets where it has none.
 *
 * @param given where the key has a value now, if it has
 */
export function withValue(
  text: string,
  key: "title" | "date",
  value: string,
  given: Located<unknown> | undefined,
): string {
  const written = key === "date" ? value : scalar(value);
  if (given) return replaced(text, given.span, written);
  const header = fencedHeader(text);
  if (header.kind !== "yaml") return `${frontMatterText({ [key]: value })}\n${text}`;
  const { start } = header.yaml;
  return replaced(text, { start, end: start }, `${key}: ${written}\n`);
}

const replaced = (text: string, { start, end }: Span, other: string): string =>
  text.slice(0, start) + other + text.slice(end);

/** What no YAML, old or new, takes for anything but a text, in a flow list too. */
const PLAIN = /^(?:[\p{L}$]|\d+ \p{L})(?:[^:#,[\]{}"\\\p{C}\p{Zl}\p{Zp}]|:(?=\S)|(?<=\S)#)*$/u;
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|\.?nan|\.?inf)$/i;
/** What can't stand in a text between quotes, or would not be seen there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Joins emoji and letters: to spell it out would hide what the writer typed. */
const JOINERS = new Set(["\u200c", "\u200d"]);

/** A text as YAML, with quotes only where it needs some, and with those that prettier prefers. */
export function scalar(text: string): string {
  if (PLAIN.test(text) && text.trimEnd() === text && !RESERVED.test(text)) return text;
  const isUnseen = Array.from(text).some((character) => escaped(character) !== character);
  if (!isUnseen && text.includes('"')) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]/g, "\\$&").replace(UNSEEN, escaped)}"`;
}

function escaped(character: string): string {
  if (JOINERS.has(character) || !character.match(UNSEEN)) return character;
  const hex = character.codePointAt(0)!.toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
