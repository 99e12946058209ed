import { wordsOf } from "../text/words.ts";
import type { Words } from "../text/words.ts";
import type { Prose } from "./passage.ts";
import { limitsOf } from "./options.ts";
import type { Limits, Options } from "./options.ts";

/** Fingerprints of a text in the order of their places. Only the first `count` values of each column count. */
export interface Fingerprints {
  readonly count: number;
  readonly values: Uint32Array;
  /** The index of each fingerprint's first word. */
  readonly places: Uint32Array;
}

const BASE = 0x9e3779b1;

/**
 * What is kept of a text to find others that share a passage with it: a pure function of the text, its
 * `skip` and `minWords`, a sixth the size of the words. Cache it by the hash of these.
 */
export const sketchOf = ({ text, skip }: Prose, options: Options = {}): Uint32Array =>
  sketchOfWords(wordsOf(text, undefined, skip), options);

/** The same, of a prose's words. */
export function sketchOfWords(words: Words, options: Options = {}): Uint32Array {
  const { values, count } = fingerprintsOf(words, limitsOf(options));
  return values.slice(0, count);
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): hashes every run of `gram` words and keeps the smallest of
 * every `window` neighbours, the rightmost on a tie. Two equal runs of `gram + window - 1` words keep the
 * same fingerprint at the same place, whatever stands around them.
 */
export function fingerprintsOf(words: Words, { gram, window }: Limits): Fingerprints {
  const grams = gramsOf(words, gram);
  const values = new Uint32Array(Math.max(0, grams.length - window + 1));
  const places = new Uint32Array(values.length);
  let count = 0;
  let smallest = -1;
  for (let end = window; end <= grams.length; end++) {
    const start = end - window;
    const last = smallest;
    if (smallest < start) {
      smallest = rightmostSmallest(grams, start, end);
    } else if (grams[end - 1]! <= grams[smallest]!) {
      smallest = end - 1;
    }
    if (smallest === last) continue;
    values[count] = grams[smallest]!;
    places[count++] = smallest;
  }
  return { count, values, places };
}

/** A rolling hash of every run of `gram` words (Karp, Rabin 1987), in arithmetic modulo 2^32. */
function gramsOf({ hashes, count }: Words, gram: number): Uint32Array {
  const grams = new Uint32Array(Math.max(0, count - gram + 1));
  let leaving = 1;
  for (let i = 0; i < gram; i++) leaving = Math.imul(leaving, BASE);

  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = Math.imul(hash, BASE) + hashes[i]!;
    if (i >= gram) hash -= Math.imul(hashes[i - gram]!, leaving);
    hash |= 0;
    if (i >= gram - 1) grams[i - gram + 1] = spread(hash);
  }
  return grams;
}

/** The smallest of neighbours should be a matter of chance: low bits alone would follow the last word. */
function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13);
}

function rightmostSmallest(grams: Uint32Array, start: number, end: number): number {
  let smallest = start;
  for (let i = start + 1; i < end; i++) if (grams[i]! <= grams[smallest]!) smallest = i;
  return smallest;
}
