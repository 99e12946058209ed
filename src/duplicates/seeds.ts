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

/** A text with those of its five-word runs that stand at two places or more. */
export interface Numbered {
  readonly text: Text;
  /** The indices of their first words, ascending. */
  readonly places: Uint32Array;
  /** For each the number of what it says: the same in all texts that are compared. */
  readonly numbers: Uint32Array;
}

/** Places of one gram in the source that are tried, the earliest: a refrain has hundreds. */
const PLACES_A_GRAM = 8;

/**
 * The equal words in a row, as many as a gram has or more, that a text shares with an earlier text or with itself.
 * Inside a run that is a passage by itself no other is looked for: a text that is one word, said a hundred thousand
 * times, has only as many runs as it has passages.
 */
export function seedsBetween(later: Numbered, earlier: Numbered, limits: Limits): readonly Seed[] {
  const { text, places, numbers } = later;
  const index = new GramIndex(earlier, limits);
  const isOwn = text === earlier.text;
  const reached = new Reach(later, earlier);
  const seeds: Seed[] = [];
  let free = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const sources = place < free ? NOWHERE : index.placesOf(numbers[i]!);
    const open = sources.length > 0 ? openAt(text, place, limits) : undefined;
    if (!open) continue;
    const within = { start: Math.max(free, open.start), end: open.end };
    const found = sources
      .filter((source) => (!isOwn || source < place) && !reached.isBeyond(place, source))
      .map((source) => seedAt({ text, place, within }, earlier.text, source, limits))
      .filter(({ length }) => length >= limits.gram)
      .map((seed) => ({ ...seed, within: open }));
    const passage = passageAmong(found, text, limits);
    if (passage) {
      seeds.push({ ...passage, alsoAt: alsoAt(passage, found) });
      free = passage.start + passage.length;
    } else {
      seeds.push(...found);
      for (const seed of found) reached.extend(seed);
    }
  }
  return seeds;
}

function seedAt(spot: Spot, text: Text, place: number, limits: Limits): Seed {
  const sourceWithin = openAt(text, place, limits)!;
  const match = matchAt(spot, { text, place, within: sourceWithin }, limits);
  return { ...match, alsoAt: [], within: spot.within, sourceWithin };
}

/** The stretch of a gram; undefined where it reaches into what many texts share. */
const openAt = ({ open }: Text, place: number, { gram }: Limits): Stretch | undefined =>
  open.find(({ start, end }) => start <= place && place + gram <= end);

/** How far each diagonal is matched: the pairs of places that lie equally far apart. */
class Reach {
  readonly #ends: Int32Array;
  readonly #offset: number;

  constructor(later: Numbered, earlier: Numbered) {
    this.#offset = earlier.text.words.count;
    this.#ends = new Int32Array(later.text.words.count + this.#offset);
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

const EMPTY = -1;
const NOWHERE: readonly number[] = [];

/** The places of a text's grams: lists from the earliest, in a table with open addressing. */
class GramIndex {
  readonly #earlier: Numbered;
  readonly #shift: number;
  readonly #mask: number;
  /** Indices into the columns of the text. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(earlier: Numbered, limits: Limits) {
    const { text, places } = earlier;
    const leading = Math.max(4, 33 - Math.clz32(Math.max(places.length, 2)));
    this.#earlier = earlier;
    this.#shift = 32 - leading;
    this.#mask = 2 ** leading - 1;
    this.#first = new Int32Array(2 ** leading).fill(EMPTY);
    this.#next = new Int32Array(places.length);
    for (let i = places.length - 1; i >= 0; i--) {
      if (text.wide.length === 0 || openAt(text, places[i]!, limits)) this.#add(i);
    }
  }

  /** The earliest places, ascending. */
  placesOf(number: number): readonly number[] {
    let at = this.#first[this.#slotOf(number)]!;
    if (at === EMPTY) return NOWHERE;
    const places: number[] = [];
    while (at !== EMPTY && places.length < PLACES_A_GRAM) {
      places.push(this.#earlier.places[at]!);
      at = this.#next[at]!;
    }
    return places;
  }

  #add(at: number): void {
    const slot = this.#slotOf(this.#earlier.numbers[at]!);
    this.#next[at] = this.#first[slot]!;
    this.#first[slot] = at;
  }

  #slotOf(number: number): number {
    const { numbers } = this.#earlier;
    let slot = Math.imul(number, 0x9e3779b1) >>> this.#shift;
    while (this.#first[slot] !== EMPTY && numbers[this.#first[slot]!] !== number) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
