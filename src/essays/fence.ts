import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";

export type FencedHeader =
  | { readonly kind: "none"; readonly end: number }
  | { readonly kind: "yaml"; readonly yaml: Span; readonly end: number }
  | { readonly kind: "broken"; readonly finding: Finding };

const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\r|\n|$)/;
const CLOSING = /(?<=^|[\r\n])---[ \t]*(?:\r\n|\r|\n|$)/g;
/** Other generators run `---js`, and read `---json`; here it is front matter of an unknown kind. */
const OTHER_LANGUAGE = /^\ufeff?---[ \t]*([a-z]+)[ \t]*(?:\r\n|\r|\n)/i;
const KEY = /^(?:[\p{L}_][\p{L}\p{Nd}_-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]|$)/u;

/**
 * Finds the lines between `---` that a text opens with. A `---` may as well be a rule above prose, and
 * prose must not get lost: it opens front matter if the first line behind it that is neither blank nor a
 * `#` comment looks like `key: …`, or if the very next line is neither blank nor a `#` heading and a
 * closing `---` follows.
 */
export function fencedHeader(text: string): FencedHeader {
  const bom = text.startsWith("\ufeff") ? 1 : 0;
  const opening = OPENING.exec(text);
  if (opening === null) return foreignHeader(text) ?? { kind: "none", end: bom };

  const start = opening[0].length;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  const lines = text.slice(start, closing?.index).split(/\r\n|\r|\n/);
  const first = lines.find((line) => !/^\s*(?:#.*)?$/u.test(line));
  const hasKey = first !== undefined && KEY.test(first);
  if (closing === null) {
    return hasKey ? { kind: "broken", finding: unclosed(bom) } : { kind: "none", end: bom };
  }
  const isEmpty = closing.index === start;
  const isRule = !hasKey && !isEmpty && /^\s*(?:#.*)?$/u.test(lines[0]!);
  if (isRule) return { kind: "none", end: bom };
  const yaml = { start, end: closing.index };
  return { kind: "yaml", yaml, end: closing.index + closing[0].length };
}

function foreignHeader(text: string): FencedHeader | undefined {
  const opening = OTHER_LANGUAGE.exec(text);
  if (opening === null) return undefined;
  CLOSING.lastIndex = opening[0].length;
  if (CLOSING.exec(text) === null) return undefined;
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const finding = invalid(
    `front matter in the language "${opening[1]}" is not read`,
    "Nothing in an essay is ever run. Write YAML between two lines of `---` and nothing else.",
    { start, end: opening[0].trimEnd().length },
  );
  return { kind: "broken", finding };
}

const unclosed = (start: number): Finding =>
  invalid(
    "the front matter is never closed",
    "The essay would be lost in it. Put a line with `---` alone behind its last key.",
    { start, end: start + 3 },
  );

const invalid = (message: string, help: string, span: Span): Finding => ({
  code: "invalid-front-matter",
  severity: "error",
  message,
  help,
  span,
});
