import { repeatsOf, type Repeats } from "./repeats.ts";
import { MOST_TEXTS } from "./wide.ts";

/** What makes two texts suspect. */
export interface Suspicion {
  /** Grams that they must share of those that few texts hold, */
  readonly evidence: number;
  /** within so many places of the later text; anywhere, where that is not said. */
  readonly within?: number;
}

/**
 * The earlier texts that each text is to be compared with, itself among them where it repeats itself: those that
 * share enough of what few texts hold. Texts are numbered in order of time.
 */
export function suspectsIn(repeats: Repeats, suspicion: Suspicion): readonly (readonly number[])[] {
  const { count, offsets, texts } = repeats;
  // Where each gram stands: a list from the latest text to the earliest, as columns.
  const heads = new Int32Array(count).fill(-1);
  const total = offsets.at(-1)!;
  const holders = new Uint32Array(total);
  const previous = new Int32Array(total);
  let length = 0;

  const evidence = new Evidence(offsets.length - 1, suspicion);
  return Array.from({ length: offsets.length - 1 }, (_, text) => {
    const { places, numbers } = repeatsOf(repeats, text);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (texts[number]! > MOST_TEXTS) continue;
      const head = heads[number]!;
      // A gram that the text said before speaks for itself alone: its other holders were met then.
      const isAgain = head >= 0 && holders[head] === text;
      for (let at = head; at >= 0; at = isAgain ? -1 : previous[at]!) {
        evidence.add(holders[at]!, places[i]!);
      }
      if (isAgain) continue;
      holders[length] = text;
      previous[length] = head;
      heads[number] = length++;
    }
    return evidence.taken();
  });
}

/** What one text shares with each of the others. */
class Evidence {
  readonly #suspicion: Required<Suspicion>;
  readonly #counts: Uint16Array;
  /** For each text the places of the last grams that were shared with it, one after another in a ring. */
  readonly #last: Uint32Array;
  #met: number[] = [];
  #suspects: number[] = [];

  constructor(texts: number, { evidence, within = Infinity }: Suspicion) {
    this.#suspicion = { evidence, within };
    this.#counts = new Uint16Array(texts);
    this.#last = new Uint32Array(texts * evidence);
  }

  add(holder: number, place: number): void {
    const { evidence, within } = this.#suspicion;
    const count = this.#counts[holder]!;
    if (count === SUSPECT) return;
    if (count === 0) this.#met.push(holder);
    this.#last[holder * evidence + (count % evidence)] = place;
    this.#counts[holder] = count + 1;
    if (count + 1 < evidence) return;
    const first = this.#last[holder * evidence + ((count + 1) % evidence)]!;
    if (place - first > within) return;
    this.#counts[holder] = SUSPECT;
    this.#suspects.push(holder);
  }

  /** The suspects, ascending; then nothing is known any more. */
  taken(): readonly number[] {
    const suspects = this.#suspects.toSorted((a, b) => a - b);
    for (const holder of this.#met) this.#counts[holder] = 0;
    this.#met = [];
    this.#suspects = [];
    return suspects;
  }
}

const SUSPECT = 65_535;
