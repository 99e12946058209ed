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

/** Places of one gram in the source that are tried, the earliest: a refrain has hundreds. */
const PLACES_A_GRAM = 8;

const EMPTY = -1;
const NOWHERE: readonly number[] = [];

/** The places of a text's grams: lists from the earliest, in a table with open addressing. */
export class GramIndex {
  readonly #earlier: Numbered;
  readonly #shift: number;
  readonly #mask: number;
  /** Indices into the columns of the text. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(earlier: Numbered) {
    const { places } = earlier;
    const leading = Math.max(4, 33 - Math.clz32(Math.max(places.length, 2)));
    this.#earlier = earlier;
    this.#shift = 32 - leading;
    this.#mask = 2 ** leading - 1;
    this.#first = new Int32Array(2 ** leading).fill(EMPTY);
    this.#next = new Int32Array(places.length);
    for (let i = places.length - 1; i >= 0; i--) this.#add(i);
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
