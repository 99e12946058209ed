import type { Span } from "../src/text/span.ts";

/** How many characters of a span lie in any of the others. */
export function coveredOf(span: Span, by: readonly Span[]): number {
  let covered = 0;
  let from = span.start;
  for (const { start, end } of by.toSorted((a, b) => a.start - b.start)) {
    const next = Math.min(end, span.end);
    covered += Math.max(0, next - Math.max(start, from));
    from = Math.max(from, next);
  }
  return covered;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const lengthOf = ({ start, end }: Span): number => end - start;
