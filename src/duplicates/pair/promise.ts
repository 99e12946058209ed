import { rowHash } from "../../text/words.ts";
import type { Run } from "../texts.ts";

/** Equal words in a row that are looked for around a seed: half of those of a seed recur by chance, few at one place. */
const SHORT_GRAM = 3;
/** Of the words of the shortest passage, the share that must lie in such rows. */
const LEAST_SHARE = 0.4;

/**
 * Whether two runs have enough short rows of words in common to be worth an alignment, which takes ten times as long.
 * Most seeds are idioms: the words around them are others.
 */
export function promises(a: Run, b: Run, minWords: number): boolean {
  const known = new Set<number>();
  for (let i = 0; i + SHORT_GRAM <= b.length; i++) known.add(shortGram(b, i));
  let covered = 0;
  let free = 0;
  for (let i = 0; i + SHORT_GRAM <= a.length; i++) {
    if (!known.has(shortGram(a, i))) continue;
    covered += i + SHORT_GRAM - Math.max(i, free);
    free = i + SHORT_GRAM;
    if (covered >= LEAST_SHARE * minWords) return true;
  }
  return false;
}

const shortGram = ({ text, start }: Run, at: number): number =>
  rowHash(text.words, start + at, SHORT_GRAM);
