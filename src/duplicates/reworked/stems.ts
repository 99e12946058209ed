import type { Text } from "../texts.ts";
import { foldedWord } from "../texts.ts";

/**
 * Letters of a word that are compared where words were put into other forms: what follows is an ending in most
 * languages, and no list of endings is needed.
 */
const LETTERS = 5;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** A text with the stem of each of its words. */
export interface Stemmed {
  readonly text: Text;
  readonly stems: Uint32Array;
}

export const stemmed = (text: Text): Stemmed => ({ text, stems: stemsOf(text) });

/** For each word of a text a 32-bit hash of its first letters. */
const stemsOf = (text: Text): Uint32Array =>
  Uint32Array.from({ length: text.words.count }, (_, i) => hashOf(foldedWord(text, i)));

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < Math.min(word.length, LETTERS); i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  }
  return hash >>> 0;
}
