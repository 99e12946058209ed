import { covers, matchAt, passageAmong, type Match, type Spot } from "./match.ts";
import type { Limits } from "./options.ts";
import type { Stretch, Text } from "./texts.ts";

/** A match, and the stretches that it lies in: a chain does not reach from one into another. */
export interface Seed extends Match {
  /** Where else the source says all of it, as indices of first words. */
  readonly alsoAt: readonly number[];
  readonly within: Stretch;
  readonly sourceWithin: Stretch;
}

/** A text with the hashes of its five-word runs. */
export interface Sketched {
  readonly text: Text;
  readonly sketch: Uint32Array;
}

/** Places of one gram in the source that are tried, the earliest: a refrain has hundreds. */
const PLACES_A_GRAM = 8;

/**
 * The equal words in a row, as many as a gram has or more, that a text shares with an earlier text or with itself.
 * Inside a run that is a passage by itself no other is looked for: a text that is one word, said a hundred thousand
 * times, has only as many runs as it has passages.
 */
export function seedsBetween(later: Sketched, earlier: Sketched, limits: Limits): readonly Seed[] {
  const index = new GramIndex(earlier, limits);
  const isOwn = later.text === earlier.text;
  const reached = new Reach(later, earlier);
  return later.text.open.flatMap((open) => {
    const seeds: Seed[] = [];
    let free = open.start;
    for (let place = open.start; place + limits.gram <= open.end; place++) {
      const within = { start: free, end: open.end };
      const found = index
        .placesOf(later.sketch[place]!)
        .filter((source) => (!isOwn || source < place) && !reached.isBeyond(place, source))
        .map((source) => seedAt({ text: later.text, place, within }, earlier.text, source, limits))
        .filter(({ length }) => length >= limits.gram);
      const passage = passageAmong(found, later.text, limits);
      if (passage) {
        seeds.push({ ...passage, within: open, alsoAt: alsoAt(passage, found) });
        free = passage.start + passage.length;
        place = free - 1;
      } else {
        for (const seed of found) {
          seeds.push({ ...seed, within: open });
          reached.extend(seed);
        }
      }
    }
    return seeds;
  });
}

function seedAt(spot: Spot, text: Text, place: number, limits: Limits): Seed {
  const sourceWithin = stretchAt(text, place);
  const match = matchAt(spot, { text, place, within: sourceWithin }, limits);
  return { ...match, alsoAt: [], within: spot.within, sourceWithin };
}

/** How far each diagonal is matched: the pairs of places that lie equally far apart. */
class Reach {
  readonly #ends: Int32Array;
  readonly #offset: number;

  constructor(later: Sketched, earlier: Sketched) {
    this.#ends = new Int32Array(later.sketch.length + earlier.sketch.length);
    this.#offset = earlier.sketch.length;
  }

  isBeyond(place: number, source: number): boolean {
    return this.#ends[place - source + this.#offset]! > place;
  }

  extend({ start, source, length }: Match): void {
    this.#ends[start - source + this.#offset] = start + length;
  }
}

const alsoAt = (passage: Match, found: readonly Match[]): readonly number[] =>
  found
    .filter((match) => match !== passage && covers(match, passage))
    .map(({ start, source }) => source + passage.start - start);

const stretchAt = ({ open }: Text, place: number): Stretch => open.find(({ end }) => place < end)!;

const EMPTY = -1;
const NOWHERE: readonly number[] = [];

/** The places of a text's grams: lists from the earliest, in a table with open addressing. */
class GramIndex {
  readonly #sketch: Uint32Array;
  readonly #shift: number;
  readonly #mask: number;
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor({ text, sketch }: Sketched, { gram }: Limits) {
    const leading = Math.max(4, 33 - Math.clz32(Math.max(sketch.length, 2)));
    this.#sketch = sketch;
    this.#shift = 32 - leading;
    this.#mask = 2 ** leading - 1;
    this.#first = new Int32Array(2 ** leading).fill(EMPTY);
    this.#next = new Int32Array(sketch.length);
    for (const { start, end } of text.open.toReversed()) {
      for (let place = end - gram; place >= start; place--) this.#add(place);
    }
  }

  /** The earliest places, ascending. */
  placesOf(gram: number): readonly number[] {
    let place = this.#first[this.#slotOf(gram)]!;
    if (place === EMPTY) return NOWHERE;
    const places: number[] = [];
    while (place !== EMPTY && places.length < PLACES_A_GRAM) {
      places.push(place);
      place = this.#next[place]!;
    }
    return places;
  }

  #add(place: number): void {
    const slot = this.#slotOf(this.#sketch[place]!);
    this.#next[place] = this.#first[slot]!;
    this.#first[slot] = place;
  }

  #slotOf(gram: number): number {
    let slot = gram >>> this.#shift;
    while (this.#first[slot] !== EMPTY && this.#sketch[this.#first[slot]!] !== gram) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
