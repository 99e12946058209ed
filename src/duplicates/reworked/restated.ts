import { isUnspaced } from "../../text/letters.ts";
import { repeatsIn } from "../grams/repeats.ts";
import { spread } from "../grams/sketch.ts";
import { suspectsIn } from "../grams/suspects.ts";
import type { Stemmed } from "./stems.ts";

/** Words between the two of a pair: what is put into other words keeps some of them near each other. */
const DISTANCE = 4;
/** Shorter words stand beside all others. */
const FEWEST_LETTERS = 4;

/**
 * A 32-bit hash for every two longer words that stand near each other, in either order, to find texts that say the
 * same in other words.
 */
function pairSketchOf({ text, stems }: Stemmed): Uint32Array {
  const { starts, ends, count } = text.words;
  const kept: number[] = [];
  for (let i = 0; i < count; i++) {
    if (ends[i]! - starts[i]! >= FEWEST_LETTERS || isUnspaced(text.text, starts[i]!)) {
      kept.push(stems[i]!);
    }
  }
  const pairs: number[] = [];
  for (let i = 0; i < kept.length; i++) {
    for (let j = i + 1; j <= Math.min(i + DISTANCE, kept.length - 1); j++) {
      const [low, high] = kept[i]! < kept[j]! ? [kept[i]!, kept[j]!] : [kept[j]!, kept[i]!];
      pairs.push(spread(Math.imul(low, 0x9e3779b1) ^ high));
    }
  }
  return Uint32Array.from(pairs);
}

/** Pairs of words that two texts must share before they are compared, */
const EVIDENCE = 5;
/** and among how many longer words of the later one: long texts share a few pairs by chance, but far apart. */
const NEAR = 45;

/** The earlier texts that each text may restate, itself among them; texts in order of time. */
export const restatedIn = (texts: readonly Stemmed[]): readonly (readonly number[])[] =>
  suspectsIn(repeatsIn(texts.map(pairSketchOf)), {
    evidence: EVIDENCE,
    within: NEAR * DISTANCE,
  });
