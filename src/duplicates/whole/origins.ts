import { partitionPoint } from "../../text/sorted.ts";
import { exactCopy, type Copy } from "../pair/copy.ts";
import type { Limits } from "../options.ts";
import { isLongEnough } from "../texts.ts";
import type { Run, Text } from "../texts.ts";

/**
 * Traces copies of copies back to the first source. Two copies of a signature that stand behind the same
 * word by chance are one word longer together than with the original: that word is left out, so that they
 * stay copies of the signature. Copies come and go in order of time.
 */
export function tracedBack(copies: readonly Copy[], limits: Limits): readonly Copy[] {
  const traced = new Map<Text, Copy[]>();
  return copies.map((copy) => {
    if (copy.kind !== "exact") return copy;
    const source = copy.sources[0]!;
    const origin = originOf(source, traced.get(source.text) ?? [], limits);
    const result = (origin && rebased(copy, origin, limits)) ?? copy;

    const ofText = traced.get(copy.run.text);
    if (ofText) ofText.push(result);
    else traced.set(copy.run.text, [result]);
    return result;
  });
}
/** The copy, of those of one text in the order of their places, that a run is but for its ends. */
function originOf(run: Run, copies: readonly Copy[], { edge }: Limits): Copy | undefined {
  const first = partitionPoint(copies.length, (i) => copies[i]!.run.start < run.start - edge);
  const origin = copies[first];
  return origin && differenceOf(origin.run, run) <= edge ? origin : undefined;
}

/** Words that belong to one of two runs of a text only. */
function differenceOf(a: Run, b: Run): number {
  return Math.abs(a.start - b.start) + Math.abs(a.start + a.length - b.start - b.length);
}

/** A copy of a copy as a copy of its origin, cut to the words that all three share. */
function rebased(copy: Copy, origin: Copy, limits: Limits): Copy | undefined {
  const source = copy.sources[0]!;
  const start = Math.max(source.start, origin.run.start);
  const end = Math.min(source.start + source.length, origin.run.start + origin.run.length);
  const cut = (run: Run, from: Run): Run => ({
    text: run.text,
    start: run.start + start - from.start,
    length: end - start,
  });
  const run = cut(copy.run, source);
  if (!isLongEnough(run, limits)) return undefined;
  return exactCopy(run, [
    cut(origin.sources[0]!, origin.run),
    ...copy.sources.map((other) => cut(other, source)),
  ]);
}
