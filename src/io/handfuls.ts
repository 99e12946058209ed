/** Things by their places, to be shared out between threads. */
export interface Pool {
  /** How many there are. */
  readonly count: number;
  /** How many are taken; shared memory, counted up atomically. */
  readonly taken: Int32Array;
}

export const poolOf = (count: number): Pool => ({
  count,
  taken: new Int32Array(new SharedArrayBuffer(4)),
});

/**
 * Takes things by the handful, until there are none left: whoever is done takes the next, so that all threads end
 * together. Answers the places of each handful, the end exclusive.
 */
export function* handfuls(
  { count, taken }: Pool,
  size: number,
): Generator<[from: number, end: number]> {
  for (;;) {
    const from = Atomics.add(taken, 0, size);
    if (from >= count) return;
    yield [from, Math.min(from + size, count)];
  }
}

/** How many things are taken by now, by all threads. */
export const takenOf = ({ count, taken }: Pool): number => Math.min(Atomics.load(taken, 0), count);
