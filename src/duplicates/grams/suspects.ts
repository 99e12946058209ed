import type { Limits } from "../options.ts";
import { repeatsOf, type Repeats } from "./repeats.ts";
import { MOST_TEXTS } from "./wide.ts";

/**
 * The earlier texts that each text is to be compared with, itself among them where it repeats itself: those that
 * share enough of what few texts hold. Texts are numbered in order of time.
 */
export function suspectsIn(
  repeats: Repeats,
  { evidence }: Pick<Limits, "evidence">,
): readonly (readonly number[])[] {
  const { count, offsets, texts } = repeats;
  // Where each gram stands: a list from the latest text to the earliest, as columns.
  const heads = new Int32Array(count).fill(-1);
  const total = offsets.at(-1)!;
  const holders = new Uint32Array(total);
  const previous = new Int32Array(total);
  let length = 0;

  const shared = new Uint16Array(offsets.length);
  return Array.from({ length: offsets.length - 1 }, (_, text) => {
    const met: number[] = [];
    const own = repeatsOf(repeats, text).numbers;
    for (let i = 0; i < own.length; i++) {
      const number = own[i]!;
      if (texts[number]! > MOST_TEXTS) continue;
      const head = heads[number]!;
      // A gram that the text said before speaks for itself alone: its other holders were met then.
      const isAgain = head >= 0 && holders[head] === text;
      for (let at = head; at >= 0; at = isAgain ? -1 : previous[at]!) {
        const holder = holders[at]!;
        if (shared[holder] === 0) met.push(holder);
        if (shared[holder]! < evidence) shared[holder]!++;
      }
      if (isAgain) continue;
      holders[length] = text;
      previous[length] = head;
      heads[number] = length++;
    }
    const suspects = met.filter((other) => shared[other]! >= evidence);
    for (const other of met) shared[other] = 0;
    return suspects.toSorted((a, b) => a - b);
  });
}
