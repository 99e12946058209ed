import { covers, matchAt, passageAmong, type Match } from "./match.ts";
import type { Indexed, Numbered } from "../grams/gram-index.ts";
import type { Limits } from "../options.ts";

/** A match from which a passage may be built. */
export interface Seed extends Match {
  /** Where else the source says all of it, as indices of first words. */
  readonly alsoAt: readonly number[];
}

/**
 * The equal words in a row, as many as a gram has or more, that a text shares with an earlier text or with itself.
 * Inside a run that is a passage by itself no other is looked for: a text that is one word, said a hundred thousand
 * times, has only as many runs as it has passages.
 */
export function seedsBetween(later: Numbered, earlier: Indexed, limits: Limits): readonly Seed[] {
  const { text, places, numbers } = later;
  const { index } = earlier;
  const isOwn = text === earlier.text;
  const reached = new Reach();
  const seeds: Seed[] = [];
  let free = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (place < free || !index.holds(numbers[i]!)) continue;
    const spot = { text, place, from: free, to: text.words.count };
    const found: Seed[] = [];
    for (const source of index.placesOf(numbers[i]!)) {
      if (isOwn && source >= place) break;
      if (reached.isBeyond(place, source)) continue;
      const from = { text: earlier.text, place: source, from: 0, to: earlier.text.words.count };
      const match = matchAt(spot, from, limits);
      if (match.length >= limits.gram) found.push({ ...match, alsoAt: [] });
    }
    const passage = passageAmong(found, text, limits);
    if (passage) {
      seeds.push({ ...passage, alsoAt: alsoAt(passage, found) });
      free = passage.start + passage.length;
    } else {
      for (const seed of found) {
        seeds.push(seed);
        reached.extend(seed);
      }
    }
  }
  return seeds;
}

/** How far each diagonal is matched: the pairs of places that lie equally far apart. */
class Reach {
  readonly #ends = new Map<number, number>();

  isBeyond(place: number, source: number): boolean {
    return (this.#ends.get(place - source) ?? 0) > place;
  }

  extend({ start, source, length }: Match): void {
    this.#ends.set(start - source, start + length);
  }
}

const alsoAt = (passage: Match, found: readonly Match[]): readonly number[] =>
  found
    .filter((match) => match !== passage && covers(match, passage))
    .map(({ start, source }) => source + passage.start - start);
