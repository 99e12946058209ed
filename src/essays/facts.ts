import type { Span } from "../text/span.ts";
import type { Words } from "../text/words.ts";
import type { Manuscript } from "./essay.ts";

/** What a body says by itself. */
export type BodyFacts = Pick<
  Manuscript,
  | "heading"
  | "opening"
  | "summary"
  | "words"
  | "links"
  | "anchors"
  | "sections"
  | "allowances"
  | "notProse"
>;

/** The facts, and what they were counted from. */
export interface ReadFacts {
  readonly facts: BodyFacts;
  /** The words of the prose: of the body without `notProse`. */
  readonly prose: Words;
}

/** Spans in order, with those that touch or overlap made one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) union.push({ start, end });
  }
  return union;
}
