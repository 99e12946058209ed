import type { Prose } from "./passage.ts";

export interface Options {
  /** The fewest words that a passage has; in scripts without spaces, twice as many characters. Usually 25. */
  readonly minWords?: number;
  /** Whether passages that were put into other words are looked for too. Usually not. */
  readonly reworked?: boolean;
  /**
   * Where the caller keeps sketches: must answer what `sketchOf(prose, options)` would. A text whose sketch
   * shares next to nothing is then never read.
   */
  readonly sketchOf?: (prose: Prose) => Uint32Array;
}

/** The numbers that all stages agree on. */
export interface Limits {
  readonly minWords: number;
  /** Words of one gram. */
  readonly gram: number;
  /** Grams that two texts must share before they are compared. */
  readonly evidence: number;
  /** By how many words copies of one passage may differ at their ends, because neighbours are alike by chance. */
  readonly edge: number;
}

/** Shorter matches are mostly idiom and stock phrases. */
const MIN_WORDS = 25;
/** Of longer runs a copy with every fifth word changed has too few, shorter ones recur by chance all the time. */
const GRAM = 5;
/** Eight equal words in a row, or five at several places: with fewer every idiom would be a suspicion. */
const EVIDENCE = 4;

export function limitsOf({ minWords = MIN_WORDS }: Options): Limits {
  const gram = Math.min(GRAM, minWords);
  return {
    minWords,
    gram,
    evidence: Math.min(EVIDENCE, minWords - gram + 1),
    edge: Math.floor(minWords / 5),
  };
}
