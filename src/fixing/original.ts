import type { Span } from "../text/span.ts";
import { wordsOf, type Words } from "../text/words.ts";

/** A text of which a copy is to be left out. */
export interface Original {
  readonly text: string;
  readonly body: Span;
  /** What is no prose: `proseSkips`. */
  readonly skips: readonly Span[];
}

/** A passage that stands twice, from first word to last. */
export interface Pair {
  readonly kept: Span;
  readonly copy: Span;
}

export const proseWords = ({ text, skips }: Original, start: number, end: number): Words =>
  wordsOf(text, { start, end }, skips);

const BREAKS = /[\r\n]/;

/** Where the line of an offset begins, within the body. */
export function lineStart({ text, body }: Original, at: number): number {
  let start = at;
  while (start > body.start && !BREAKS.test(text[start - 1]!)) start--;
  return start;
}

/** Where it ends, without its line break. */
export function lineEnd({ text }: Original, at: number): number {
  let end = at;
  while (end < text.length && !BREAKS.test(text[end]!)) end++;
  return end;
}
