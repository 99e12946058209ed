import type { Run } from "../texts.ts";

/** A run of words that was said before. */
export interface Copy {
  readonly kind: "exact" | "edited" | "reworked";
  readonly run: Run;
  /** Earlier runs that say the same, the most alike first: at least one. */
  readonly sources: readonly Run[];
  /** Words that it has in common with its first source. */
  readonly equal: number;
  /** 2 × equal words / words on both sides; 1 for an exact copy alone. */
  readonly similarity: number;
  /** The exact copies in an edited one, for where the whole of it can't be told. */
  readonly parts: readonly Copy[];
}

export const exactCopy = (run: Run, sources: readonly Run[]): Copy => ({
  kind: "exact",
  run,
  sources,
  equal: run.length,
  similarity: 1,
  parts: [],
});
