import { merged } from "../essays/facts.ts";
import type { Span } from "../text/span.ts";

/** A text without some spans of it: sorted, apart. */
export function without(text: string, cuts: readonly Span[]): string {
  let at = 0;
  const kept = cuts.map(({ start, end }) => {
    const part = text.slice(at, start);
    at = end;
    return part;
  });
  return kept.join("") + text.slice(at);
}

/** Where a span of a text stands in that from which `cuts` were taken. */
export function inOriginal({ start, end }: Span, cuts: readonly Span[]): Span {
  const original = (offset: number): number =>
    cuts.reduce((at, cut) => (at > cut.start ? at + cut.end - cut.start : at), offset);
  return { start: original(start), end: original(end) };
}

/** What is skipped of a text without a span of it. */
export function skipsWithout(skips: readonly Span[], { start, end }: Span): readonly Span[] {
  const moved = (at: number): number => (at <= start ? at : Math.max(start, at - (end - start)));
  return merged(skips.map((skip) => ({ start: moved(skip.start), end: moved(skip.end) })));
}
