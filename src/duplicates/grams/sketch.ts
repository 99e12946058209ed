import type { Words } from "../../text/words.ts";
import { limitsOf } from "../options.ts";
import type { Options } from "../options.ts";
import type { Prose } from "../passage.ts";
import { wordsOfProse } from "../texts.ts";

const BASE = 0x9e3779b1;

/**
 * What is kept of a text to find others that share a passage with it: a 32-bit hash of every run of five words, in the
 * order of the text. A pure function of the text, its `skip` and `minWords`: cache it by the hash of these.
 */
export const sketchOf = (prose: Prose, options: Options = {}): Uint32Array =>
  sketchOfWords(wordsOfProse(prose), options);

/** The same, of a prose's words. */
export const sketchOfWords = (words: Words, options: Options = {}): Uint32Array =>
  sketchesOfWords([words], options)[0]!;

/** The same, of many, in one piece of memory. */
export function sketchesOfWords(
  texts: readonly Words[],
  options: Options = {},
): readonly Uint32Array[] {
  const { gram } = limitsOf(options);
  const lengths = texts.map(({ count }) => Math.max(0, count - gram + 1));
  const all = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  return texts.map((words, i) => {
    const grams = all.subarray(end, (end += lengths[i]!));
    hashInto(grams, words, gram);
    return grams;
  });
}

/** A rolling hash (Karp, Rabin 1987) in arithmetic modulo 2^32. */
function hashInto(grams: Uint32Array, { hashes, count }: Words, gram: number): void {
  let leaving = 1;
  for (let i = 0; i < gram; i++) leaving = Math.imul(leaving, BASE);

  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = Math.imul(hash, BASE) + hashes[i]!;
    if (i >= gram) hash -= Math.imul(hashes[i - gram]!, leaving);
    hash |= 0;
    if (i >= gram - 1) grams[i - gram + 1] = spread(hash);
  }
}

/** Tables take the leading bits; the low ones alone would follow the last word. */
export function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13);
}
