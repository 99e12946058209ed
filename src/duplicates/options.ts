import type { Prose } from "./passage.ts";

export interface Options {
  /** The fewest words that a passage has; in scripts without spaces, twice as many characters. Usually 25. */
  readonly minWords?: number;
  /** Whether passages are looked for whose words were exchanged and moved about, `reworked` ones. Usually not. */
  readonly reworked?: boolean;
  /**
   * Where the caller keeps sketches: must answer what `sketchOf(prose, options)` would. A text whose sketch
   * shares nothing is then never read.
   */
  readonly sketchOf?: (prose: Prose) => Uint32Array;
}

/** The numbers that all stages agree on. */
export interface Limits {
  readonly minWords: number;
  /** Words of one fingerprint. */
  readonly gram: number;
  /** Grams of which one is kept, so that any `minWords` words in a row hold a kept one. */
  readonly window: number;
  /** By how many words copies of one passage may differ at their ends, because neighbours are alike by chance. */
  readonly edge: number;
}

/** Shorter matches are mostly idiom and stock phrases. */
const MIN_WORDS = 25;

export function limitsOf({ minWords = MIN_WORDS }: Options): Limits {
  // Long grams are rarer, wide windows keep fewer of them: halving serves both.
  const gram = Math.max(1, minWords >> 1);
  return {
    minWords,
    gram,
    window: Math.max(1, minWords - gram + 1),
    edge: Math.floor(minWords / 5),
  };
}
