import { firstFrom } from "../../text/sorted.ts";
import { exactCopy, type Copy } from "../pair/copy.ts";
import type { Numbered } from "../grams/gram-index.ts";
import { covers, matchAt, passageAmong, type Match, type Spot } from "../pair/match.ts";
import type { Limits } from "../options.ts";
import { endOf, type Stretch, type Text } from "../texts.ts";

/**
 * Places kept for one gram, the earliest. Without a bound, a paragraph that stands in all of n texts costs n²
 * comparisons; with it, a copy that begins inside such a paragraph may be reported in two parts.
 */
const PLACES_A_GRAM = 4;

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
    let i = firstFrom(places, start);
    while (places[i]! + limits.gram <= end) {
      const spot = { text, place: places[i]!, from: free, to: end };
      const earlier = known.get(numbers[i]!);
      const copy = earlier && copyAt(spot, earlier, limits);
      if (copy) {
        copies.push(copy);
        free = endOf(copy.run);
        // Its words are known from where they were said first.
        i = firstFrom(places, free);
        continue;
      }
      if (!earlier) known.set(numbers[i]!, [spot]);
      else if (earlier.length < PLACES_A_GRAM) earlier.push(spot);
      i++;
    }
  }
  return copies;
}

function copyAt(spot: Spot, earlier: readonly Spot[], limits: Limits): Copy | undefined {
  const matches: Sourced[] = [];
  for (const from of earlier) {
    const match = { ...matchAt(spot, from, limits), from: from.text };
    // Nothing says more than all of it.
    if (match.start === spot.from && match.length === spot.to - spot.from) {
      return copyOf(spot.text, match, [match]);
    }
    matches.push(match);
  }
  const best = passageAmong<Sourced>(matches, spot.text, limits);
  return best && copyOf(spot.text, best, matches);
}

function copyOf(text: Text, best: Sourced, matches: readonly Sourced[]): Copy {
  const { start, length } = best;
  const sources = matches
    .filter((match) => covers(match, best))
    .map((match) => ({ text: match.from, start: match.source + start - match.start, length }));
  return exactCopy({ text, start, length }, sources);
}
