import type { Span } from "../../src/text/span.ts";

/** Says a span of UTF-16 code units in code points, the unit of PAN's files. */
export type InCodePoints = (span: Span) => Span;

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Counts the code points of a text: those beyond U+FFFF have two code units. */
export function inCodePoints(text: string): InCodePoints {
  // Nearly no text has any.
  const pairs = Array.from(text.matchAll(SURROGATE_PAIR), ({ index }) => index);
  const counted = (offset: number): number => offset - countBelow(pairs, offset);
  return ({ start, end }) => ({ start: counted(start), end: counted(end) });
}

/** How many values of an ascending list are smaller than `limit`. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
