import { filterFor, mayHold, put } from "./filter.ts";

/** The grams of a few texts, numbered, to be looked for in many. */
export class Vocabulary {
  readonly #numbers = new Map<number, number>();
  readonly #filter;

  constructor(sketches: readonly Uint32Array[]) {
    for (const sketch of sketches) {
      for (const gram of sketch) {
        if (!this.#numbers.has(gram)) this.#numbers.set(gram, this.#numbers.size);
      }
    }
    this.#filter = filterFor(this.#numbers.size);
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
  numbersIn(sketch: Uint32Array): ReadonlySet<number> {
    let numbers: Set<number> | undefined;
    for (let i = 0; i < sketch.length; i++) {
      if (!mayHold(this.#filter, sketch[i]!)) continue;
      const number = this.#numbers.get(sketch[i]!);
      if (number !== undefined) (numbers ??= new Set()).add(number);
    }
    return numbers ?? NONE;
  }
}

const NONE: ReadonlySet<number> = new Set();
