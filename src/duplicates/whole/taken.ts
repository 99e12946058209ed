import { endOf, type Run, type Text } from "../texts.ts";

/** Runs that don't overlap, with what belongs to each, by the words that they take. */
export class Taken<T> {
  readonly #bucket: number;
  readonly #texts = new Map<Text, Map<number, { readonly run: Run; readonly value: T }[]>>();

  /** @param shortest the fewest words of a run: then no bucket of as many words is touched by more than two */
  constructor(shortest: number) {
    this.#bucket = Math.max(1, shortest);
  }

  /** What belongs to the runs that a run overlaps, each once. */
  overlapping(run: Run): readonly T[] {
    const buckets = this.#texts.get(run.text);
    if (!buckets) return [];
    const values: T[] = [];
    for (let at = this.#first(run); at <= this.#last(run); at++) {
      for (const held of buckets.get(at) ?? []) {
        const overlaps = held.run.start < endOf(run) && run.start < endOf(held.run);
        if (overlaps && !values.includes(held.value)) values.push(held.value);
      }
    }
    return values;
  }

  add(run: Run, value: T): void {
    const buckets = this.#texts.get(run.text) ?? new Map();
    this.#texts.set(run.text, buckets);
    for (let at = this.#first(run); at <= this.#last(run); at++) {
      const held = buckets.get(at);
      if (held) held.push({ run, value });
      else buckets.set(at, [{ run, value }]);
    }
  }

  #first(run: Run): number {
    return Math.floor(run.start / this.#bucket);
  }

  #last(run: Run): number {
    return Math.floor((endOf(run) - 1) / this.#bucket);
  }
}
