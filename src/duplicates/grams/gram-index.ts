import type { Text } from "../texts.ts";

/** A text with those of its five-word runs that stand at two places or more. */
export interface Numbered {
  readonly text: Text;
  /** The indices of their first words, ascending. */
  readonly places: Uint32Array;
  /** For each the number of what it says: the same in all texts that are compared. */
  readonly numbers: Uint32Array;
  /** How widely each is shared, by its number. */
  readonly levels: Uint8Array;
}

/** The same with an index, to be compared with others. */
export interface Indexed extends Numbered {
  readonly index: GramIndex;
}

export const indexed = (numbered: Numbered): Indexed => ({
  ...numbered,
  index: new GramIndex(numbered),
});

/** Places of one gram in the source that are tried, the earliest: a refrain has hundreds. */
const PLACES_A_GRAM = 8;

const EMPTY = -1;
const NOWHERE: readonly number[] = [];

/** The places of a text's grams: lists from the earliest, in a table with open addressing. */
export class GramIndex {
  readonly #numbered: Numbered;
  readonly #shift: number;
  readonly #mask: number;
  /** Indices into the columns of the text. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(numbered: Numbered) {
    const { places } = numbered;
    const leading = Math.max(4, 33 - Math.clz32(Math.max(places.length, 2)));
    this.#numbered = numbered;
    this.#shift = 32 - leading;
    this.#mask = 2 ** leading - 1;
    this.#first = new Int32Array(2 ** leading).fill(EMPTY);
    this.#next = new Int32Array(places.length);
    for (let i = places.length - 1; i >= 0; i--) this.#add(i);
  }

  holds(number: number): boolean {
    return this.#first[this.#slotOf(number)] !== EMPTY;
  }

  /** The places, ascending; of what a text says again and again the earliest alone. */
  placesOf(number: number): readonly number[] {
    let at = this.#first[this.#slotOf(number)]!;
    if (at === EMPTY) return NOWHERE;
    const places: number[] = [];
    while (at !== EMPTY && places.length < PLACES_A_GRAM) {
      places.push(this.#numbered.places[at]!);
      at = this.#next[at]!;
    }
    return at === EMPTY ? places : places.slice(0, 1);
  }

  #add(at: number): void {
    const slot = this.#slotOf(this.#numbered.numbers[at]!);
    this.#next[at] = this.#first[slot]!;
    this.#first[slot] = at;
  }

  #slotOf(number: number): number {
    const { numbers } = this.#numbered;
    let slot = Math.imul(number, 0x9e3779b1) >>> this.#shift;
    while (this.#first[slot] !== EMPTY && numbers[this.#first[slot]!] !== number) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
