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
    const values = new Set<T>();
    for (const at of this.#touched(run)) {
      for (const held of buckets.get(at) ?? []) {
        if (held.run.start < endOf(run) && run.start < endOf(held.run)) values.add(held.value);
      }
    }
    return [...values];
  }

  add(run: Run, value: T): void {
    const buckets = this.#texts.get(run.text) ?? new Map();
    this.#texts.set(run.text, buckets);
    for (const at of this.#touched(run)) {
      const held = buckets.get(at);
      if (held) held.push({ run, value });
      else buckets.set(at, [{ run, value }]);
    }
  }

  #touched(run: Run): readonly number[] {
    const first = Math.floor(run.start / this.#bucket);
    const last = Math.floor((endOf(run) - 1) / this.#bucket);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }
}
