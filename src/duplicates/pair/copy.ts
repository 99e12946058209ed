import type { Limits } from "../options.ts";
import { isLongEnough, type Run } from "../texts.ts";

/** Less alike, two passages are told by `reworked`: more than every third word is another. */
export const LEAST_SIMILARITY = 0.6;

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

/**
 * The copy of one source; undefined where either is too short.
 *
 * @param partnerOf the index in the source of the equal of a word of the run, below 0 where it has none
 */
export function copyOf(
  run: Run,
  source: Run,
  partnerOf: (word: number) => number,
  limits: Limits,
): Copy | undefined {
  if (!isLongEnough(run, limits) || !isLongEnough(source, limits)) return undefined;
  let equal = 0;
  let isInOrder = run.length === source.length;
  for (let i = 0; i < run.length; i++) {
    const partner = partnerOf(i);
    if (partner >= 0) equal++;
    if (partner !== i) isInOrder = false;
  }
  if (isInOrder) return exactCopy(run, [source]);
  const similarity = (2 * equal) / (run.length + source.length);
  const kind = similarity >= LEAST_SIMILARITY ? "edited" : "reworked";
  return { kind, run, sources: [source], equal, similarity, parts: [] };
}
