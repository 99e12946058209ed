import { filterFor, mayHold, put } from "./filter.ts";

/** The grams of a few texts, numbered, to be looked for in many. */
export class Vocabulary {
  readonly #numbers = new Map<number, number>();
  readonly #filter;
  /** For each gram the round in which a text held it last. */
  readonly #met: Uint32Array;
  #round = 0;

  constructor(sketches: readonly Uint32Array[]) {
    for (const sketch of sketches) {
      for (const gram of sketch) {
        if (!this.#numbers.has(gram)) this.#numbers.set(gram, this.#numbers.size);
      }
    }
    this.#filter = filterFor(this.#numbers.size);
    this.#met = new Uint32Array(this.#numbers.size);
    for (const gram of this.#numbers.keys()) put(this.#filter, gram);
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a gram that one of the few texts holds. */
  numberOf(gram: number): number {
    return this.#numbers.get(gram)!;
  }

  /** The numbers of the known grams that a text holds, each once. */
  numbersIn(sketch: Uint32Array): readonly number[] {
    let numbers: number[] | undefined;
    this.#round++;
    for (let i = 0; i < sketch.length; i++) {
      if (!mayHold(this.#filter, sketch[i]!)) continue;
      const number = this.#numbers.get(sketch[i]!);
      if (number === undefined || this.#met[number] === this.#round) continue;
      this.#met[number] = this.#round;
      (numbers ??= []).push(number);
    }
    return numbers ?? NONE;
  }
}

const NONE: readonly number[] = [];
