import { firstFrom } from "../../src/text/sorted.ts";
import type { Span } from "../../src/text/span.ts";

/** Says a span of UTF-16 code units in code points, the unit of PAN's files. */
export type InCodePoints = (span: Span) => Span;

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Counts the code points of a text: those beyond U+FFFF have two code units. */
export function inCodePoints(text: string): InCodePoints {
  // Nearly no text has any.
  const pairs = Array.from(text.matchAll(SURROGATE_PAIR), ({ index }) => index);
  const counted = (offset: number): number => offset - firstFrom(pairs, offset);
  return ({ start, end }) => ({ start: counted(start), end: counted(end) });
}
