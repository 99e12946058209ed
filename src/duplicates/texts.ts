import { foldWord, isUnspaced } from "../text/letters.ts";
import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";
import type { Words } from "../text/words.ts";
import type { Prose } from "./passage.ts";
import type { Limits } from "./options.ts";

/** A text that is suspected of sharing a passage, split into words. */
export interface Text {
  readonly prose: Prose;
  readonly text: string;
  readonly skip: readonly Span[];
  readonly words: Words;
}

/** Words of a text by their indices; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A run of words of a text. */
export interface Run {
  readonly text: Text;
  /** Index of the first word. */
  readonly start: number;
  readonly length: number;
}

/**
 * Asks the prose for its text and its skipped spans once: they may be costly getters.
 *
 * @param words those that are looked at, where they are known; usually all of the text
 */
export function textOf(prose: Prose, words?: Words): Text {
  const { text, skip } = prose;
  return { prose, text, skip, words: words ?? wordsOf(text, undefined, skip) };
}

export const wordsOfProse = ({ text, skip }: Prose): Words => wordsOf(text, undefined, skip);

/** Order of time; of texts of one time, the order of their ids. */
export const compareProses = (a: Prose, b: Prose): number =>
  a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A word's spelling with case and the like folded: what passages are compared by. */
export const foldedWord = ({ text, words }: Text, index: number): string =>
  foldWord(text.slice(words.starts[index], words.ends[index]));

/** Compares two words themselves: equal hashes may be chance, or somebody's joke. */
export function isSameWord(a: Text, i: number, b: Text, j: number): boolean {
  if (a.words.hashes[i] !== b.words.hashes[j]) return false;
  return isSpelledAlike(a, i, b, j) || foldedWord(a, i) === foldedWord(b, j);
}

function isSpelledAlike(a: Text, i: number, b: Text, j: number): boolean {
  const start = a.words.starts[i]!;
  const length = a.words.ends[i]! - start;
  const other = b.words.starts[j]!;
  if (b.words.ends[j]! - other !== length) return false;
  for (let k = 0; k < length; k++) {
    if (a.text.charCodeAt(start + k) !== b.text.charCodeAt(other + k)) return false;
  }
  return true;
}

/** Whether a run is a passage. A character of a script without spaces counts as half a word. */
export function isLongEnough({ text, start, length }: Run, { minWords }: Limits): boolean {
  if (length < minWords) return false;
  if (length >= 2 * minWords) return true;
  let halves = 0;
  for (let i = start; i < start + length; i++) {
    halves += isUnspaced(text.text, text.words.starts[i]!) ? 1 : 2;
  }
  return halves >= 2 * minWords;
}

export const endOf = ({ start, length }: Run): number => start + length;

/** Words that two runs of one text have in common. */
export const overlapOf = (a: Run, b: Run): number =>
  a.text === b.text ? Math.max(0, Math.min(endOf(a), endOf(b)) - Math.max(a.start, b.start)) : 0;
