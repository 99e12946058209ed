import { hashOfLetters } from "../../text/words.ts";
import { foldedWord, type Text } from "../texts.ts";

/**
 * Letters of a word that are compared where words were put into other forms: what follows is an ending in most
 * languages, and no list of endings is needed.
 */
const LETTERS = 5;

/** A text with the stem of each of its words. */
export interface Stemmed {
  readonly text: Text;
  readonly stems: Uint32Array;
}

export const stemmed = (text: Text): Stemmed => ({ text, stems: stemsOf(text) });

/** For each word of a text a 32-bit hash of its first letters. */
const stemsOf = (text: Text): Uint32Array =>
  Uint32Array.from({ length: text.words.count }, (_, i) =>
    hashOfLetters(foldedWord(text, i).slice(0, LETTERS)),
  );
