import { exactCopy, type Copy } from "../pair/copy.ts";
import type { Numbered } from "../grams/gram-index.ts";
import { firstFrom } from "../pair/idioms.ts";
import { covers, matchAt, passageAmong, type Match, type Spot } from "../pair/match.ts";
import type { Limits } from "../options.ts";
import type { Stretch, Text } from "../texts.ts";

/**
 * Places kept for one gram, the earliest. Without a bound, a paragraph that stands in all of n texts costs n²
 * comparisons; with it, a copy that begins inside such a paragraph may be reported in two parts.
 */
const PLACES_A_GRAM = 3;

/** A text with its wide stretches. */
export interface Signed extends Numbered {
  readonly stretches: readonly Stretch[];
}

interface Sourced extends Match {
  readonly from: Text;
}

/**
 * Reads the wide stretches of texts in order of time and covers each, from left to right, with the longest runs that
 * were said before: the factorisation of Lempel and Ziv (1977), kept to runs that are long enough. Runs of one text
 * never overlap each other or their own source, so the work grows in line with the words.
 *
 * @returns the copies of each text, in the order of their places
 */
export function signatureCopies(
  texts: readonly Signed[],
  limits: Limits,
): ReadonlyMap<Text, readonly Copy[]> {
  const known = new Map<number, Spot[]>();
  return new Map(texts.map((signed) => [signed.text, copiesIn(signed, known, limits)]));
}

function copiesIn(
  { text, places, numbers, stretches }: Signed,
  known: Map<number, Spot[]>,
  limits: Limits,
): readonly Copy[] {
  const copies: Copy[] = [];
  for (const { start, end } of stretches) {
    let free = start;
    for (let i = firstFrom(places, start); places[i]! + limits.gram <= end; i++) {
      const place = places[i]!;
      const earlier = known.get(numbers[i]!) ?? [];
      if (place >= free) {
        const spot = { text, place, from: free, to: end };
        const matches = earlier.map((from) => matchFrom(spot, from, limits));
        const best = passageAmong<Sourced>(matches, text, limits);
        if (best) {
          copies.push(copyOf(text, best, matches));
          free = best.start + best.length;
        }
      }
      if (earlier.length === 0) known.set(numbers[i]!, earlier);
      if (earlier.length < PLACES_A_GRAM) earlier.push({ text, place, from: start, to: end });
    }
  }
  return copies;
}

const matchFrom = (spot: Spot, from: Spot, limits: Limits): Sourced => ({
  ...matchAt(spot, from, limits),
  from: from.text,
});

function copyOf(text: Text, best: Sourced, matches: readonly Sourced[]): Copy {
  const { start, length } = best;
  const sources = matches
    .filter((match) => covers(match, best))
    .map((match) => ({ text: match.from, start: match.source + start - match.start, length }));
  return exactCopy({ text, start, length }, sources);
}
