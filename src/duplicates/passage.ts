import type { Span } from "../text/span.ts";

/** A text to be searched. `order` is its place in time: later texts copy earlier ones. */
export interface Prose {
  readonly id: string;
  readonly text: string;
  /**
   * What is not prose: quotations, code, comments, link targets. Sorted, apart from each other. The words on
   * the two sides of one are neighbours: a link's target does not break the sentence around it.
   */
  readonly skip: readonly Span[];
  readonly order: number;
}

/** A passage that stands at two places or more. */
export interface Passage {
  readonly kind: "exact" | "edited" | "reworked";
  /** Words of the latest copy. */
  readonly words: number;
  /** Of the latest copy and what it is most like: 2 × equal words / words on both sides, to two decimals. */
  readonly similarity: number;
  /** Earliest first; the last is the copy that a report is about. */
  readonly places: readonly { readonly id: string; readonly span: Span }[];
  /** Whether all places say the same words; else it is an edited copy that some of them are. */
  readonly isVerbatim: boolean;
  /** Hash of the normalised words: stable when the passage moves. */
  readonly fingerprint: string;
}
