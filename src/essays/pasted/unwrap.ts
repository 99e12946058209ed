import { isUnspaced } from "../../text/letters.ts";
import type { Span } from "../../text/span.ts";

/** A body whose lines were joined, and how many of them. */
export interface Unwrapped {
  readonly text: string;
  readonly joined: number;
}

/** Nobody wraps at more: a line as long as this is a paragraph by itself, and so is what follows it. */
const LONGEST_WRAPPED = 132;

/** `- `, `* `, `1. `, `2) `, `3/`, `> `: what begins so is not the middle of a sentence. */
const OWN_LINE = /^\s*(?:[-*+•‣◦–—·>](?:\s|$)|>|\d{1,4}(?:[.)](?:\s|$)|\/))/u;
/** A line that holds nothing but marks: a rule that someone drew. */
const RULE = /^[^\p{L}\p{N}]+$/u;
/** A Japanese or Chinese paragraph begins with a space as wide as a letter. */
const WIDE_SPACE = "\u3000";

/**
 * Joins the lines of a body that were broken at a width into paragraphs. Blank lines, list items, quotations and deeper
 * indents begin anew. Nothing but white space changes.
 *
 * @param text with LF at its line ends
 */
export function unwrapped(text: string, body: Span): Unwrapped {
  const lines = text.slice(body.start, body.end).split("\n");
  const whole: string[] = [];
  let joined = 0;
  let isInItem = false;
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above !== undefined && isContinued(above, line, isInItem)) {
      whole.push(joinedLines(whole.pop()!, line));
      joined++;
      return;
    }
    whole.push(line);
    isInItem = OWN_LINE.test(line);
  });
  return { text: text.slice(0, body.start) + whole.join("\n") + text.slice(body.end), joined };
}

function isContinued(above: string, line: string, isInItem: boolean): boolean {
  if (isBlank(above) || isBlank(line) || above.length > LONGEST_WRAPPED) return false;
  if (OWN_LINE.test(line) || RULE.test(line.trim()) || RULE.test(above.trim())) return false;
  if (line.startsWith(WIDE_SPACE)) return false;
  return isInItem || indentOf(line) <= indentOf(above);
}

const isBlank = (line: string): boolean => line.trim() === "";

const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;

/** A hyphen that a line ends in stays as it stands, since nobody can tell whose it is. */
const HYPHENATED = /[\p{L}\p{N}][-\u00ad‐‑–—]$/u;
const WIDE = /[\u3001-\u303f\u30a0-\u30ff\uff01-\uff60]/;

function joinedLines(above: string, line: string): string {
  const before = above.trimEnd();
  const behind = line.trimStart();
  const isHyphenated = HYPHENATED.test(before) && /^[\p{L}\p{N}]/u.test(behind);
  const isClosed =
    isHyphenated || (isWithoutSpaces(before, lastOf(before)) && isWithoutSpaces(behind, 0));
  return before + (isClosed ? "" : " ") + behind;
}

const lastOf = (text: string): number => text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1);

/** Whether the character is of a script that is written without spaces, or of its punctuation. */
const isWithoutSpaces = (text: string, offset: number): boolean =>
  isUnspaced(text, offset) || WIDE.test(text[offset] ?? "");
