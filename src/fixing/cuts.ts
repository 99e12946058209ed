import type { Span } from "../text/span.ts";
import { edgesOf } from "./edges.ts";
import type { Original, Pair } from "./original.ts";

/** Each costs a parse. */
const MOST_CUTS = 24;

/**
 * What may be cut out of a text so that a copy is gone, with the white space that belongs to it: the likeliest first.
 * Which of them leaves a text that is whole is for `objectionTo` to say.
 */
export function cutsFor(original: Original, pair: Pair): readonly Span[] {
  const { starts, ends } = edgesOf(original, pair);
  const cuts = starts.flatMap((start) =>
    ends.filter((end) => end > start).flatMap((end) => withSpace(original, { start, end })),
  );
  const seen = new Set<string>();
  const others = cuts.filter(({ start, end }) => {
    const key = `${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
  return others.slice(0, MOST_CUTS);
}

/**
 * The cut with one of the two gaps around it: what stood before and behind stays apart by the other. The gap with more
 * line breaks stays, since that is between paragraphs; of equal ones the first. What follows keeps its indent, and the text its end.
 */
function withSpace({ text, body }: Original, { start, end }: Span): readonly Span[] {
  const before = start - gapBefore(text.slice(body.start, start));
  const after = end + gapAfter(text.slice(end));
  const whole = { start: before, end };
  if (after === text.length) return [whole];
  const gaps = { left: text.slice(before, start), right: text.slice(end, after) };
  const lines = { left: breaksIn(gaps.left), right: breaksIn(gaps.right) };
  if (lines.right === 0) {
    // What follows goes on where the copy began.
    return gaps.left === "" ? [{ start, end }] : [{ start, end: after }];
  }
  if (lines.left === 0) return [whole];
  const ownIndent = afterLastBreak(gaps.left);
  const nextIndent = afterLastBreak(gaps.right);
  const keepsLeft = { start: start - ownIndent, end: after - nextIndent };
  return lines.left >= lines.right ? [keepsLeft, whole] : [whole, keepsLeft];
}

const gapBefore = (text: string): number => text.length - text.trimEnd().length;
const gapAfter = (text: string): number => text.length - text.trimStart().length;
const breaksIn = (gap: string): number => gap.match(/\r\n?|\n/g)?.length ?? 0;
const afterLastBreak = (gap: string): number => /[^\r\n]*$/.exec(gap)![0].length;
