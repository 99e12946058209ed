import type { Indexed, Numbered } from "../grams/gram-index.ts";
import type { Limits } from "../options.ts";
import { endOf, type Run } from "../texts.ts";

/**
 * The words of a run that its text shares with another and with many more: "the point I am trying to make". They say
 * less of a copy than words that few would put in a row.
 *
 * @returns for each word of the run whether it is one of these: 1 or 0
 */
export function idiomsIn(
  { places, numbers, levels }: Numbered,
  { index }: Indexed,
  run: Run,
  { gram }: Limits,
): Uint8Array {
  const idioms = new Uint8Array(run.length);
  for (let i = firstFrom(places, run.start - gram + 1); i < places.length; i++) {
    if (places[i]! >= endOf(run)) break;
    if (levels[numbers[i]!] === 0 || !index.holds(numbers[i]!)) continue;
    const start = places[i]! - run.start;
    idioms.fill(1, Math.max(0, start), start + gram);
  }
  return idioms;
}

/** The index of the first of ascending values that isn't less. */
export function firstFrom(values: Uint32Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
