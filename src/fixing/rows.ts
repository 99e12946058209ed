import type { Span } from "../text/span.ts";
import { proseWords, type Original, type Pair } from "./original.ts";

/** Copies of one passage that stand in a row, without a word between. */
export interface Row extends Pair {
  /** From the first copy to the last. */
  readonly copy: Span;
  readonly copies: readonly Span[];
}

/** An essay that was pasted again and again is looked at once, not for every copy. In the order of the text. */
export function rowsOf(original: Original, pairs: readonly Pair[]): readonly Row[] {
  const rows: Row[] = [];
  for (const { kept, copy } of pairs.toSorted((a, b) => a.copy.start - b.copy.start)) {
    const last = rows.at(-1);
    if (last?.kept === kept && isNext(original, last.copy, copy)) {
      const copies = last.copies as Span[];
      copies.push(copy);
      rows[rows.length - 1] = { kept, copies, copy: { start: last.copy.start, end: copy.end } };
    } else rows.push({ kept, copy, copies: [copy] });
  }
  return rows;
}

export const singly = ({ kept, copies }: Row): readonly Row[] =>
  copies.map((copy) => ({ kept, copy, copies: [copy] }));

const isNext = (original: Original, last: Span, copy: Span): boolean =>
  last.end <= copy.start && proseWords(original, last.end, copy.start).count === 0;
