import type { Limits } from "../options.ts";
import { repeatsOf, type Repeats } from "./repeats.ts";
import type { Stretch } from "../texts.ts";

/**
 * In more texts a run of five words is idiom, or part of a signature, which ten essays make: it is no evidence for a pair
 * of texts, and with it a paragraph in all of n texts would make n² pairs.
 */
export const MOST_TEXTS = 9;

/** How widely a gram is shared: 0 by a few texts, then one more for each time that twice as many texts hold it. */
export const levelOf = (texts: number): number =>
  texts > MOST_TEXTS ? 1 + Math.floor(Math.log2(texts / MOST_TEXTS)) : 0;

/**
 * For each text, the stretches that are long enough for a passage and that more than a few texts share from end to
 * end: signatures, and what was pasted everywhere.
 *
 * @param levels how widely grams are shared, by their numbers
 */
export function wideStretches(
  repeats: Repeats,
  levels: Uint8Array,
  limits: Limits,
): readonly (readonly Stretch[])[] {
  return Array.from({ length: repeats.offsets.length - 1 }, (_, text) => {
    const { places, numbers } = repeatsOf(repeats, text);
    const own = new Uint8Array(places.length);
    for (let i = 0; i < own.length; i++) own[i] = levels[numbers[i]!]!;
    return stretchesOf(places, own, limits);
  });
}

/**
 * The stretches of words in which every gram is shared widely. Where an idiom that a few dozen texts have before the
 * signature of all makes one row with it, the two are told apart by how widely they are shared.
 *
 * @param places of grams, as indices of their first words, ascending
 * @param levels for each how widely the gram is shared
 */
export function stretchesOf(
  places: Uint32Array,
  levels: Uint8Array,
  { minWords, gram }: Limits,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const all = { start: 0, end: places.length };
  for (const row of rowsOf(places, levels, { least: 1, most: MOST_LEVEL }, all)) {
    const widest = levels.subarray(row.start, row.end).reduce((a, b) => Math.max(a, b));
    const parts = [
      ...rowsOf(places, levels, { least: widest - 1, most: MOST_LEVEL }, row),
      ...rowsOf(places, levels, { least: 0, most: widest - 2 }, row),
    ].toSorted((a, b) => a.start - b.start);
    for (const { start, end } of parts) {
      // The grams on both sides of a cut have words in common: they stay with what comes first.
      const first = Math.max(places[start]!, stretches.at(-1)?.end ?? 0);
      const stretch = { start: first, end: places[end - 1]! + gram };
      if (stretch.end - stretch.start >= minWords) stretches.push(stretch);
    }
  }
  return stretches;
}

const MOST_LEVEL = 255;

/** The rows of neighbouring grams whose levels lie in a range, as indices of `places`. */
function rowsOf(
  places: Uint32Array,
  levels: Uint8Array,
  { least, most }: { readonly least: number; readonly most: number },
  within: Stretch,
): readonly Stretch[] {
  const rows: Stretch[] = [];
  let start = -1;
  for (let i = within.start; i <= within.end; i++) {
    const goesOn = i < within.end && levels[i]! >= least && levels[i]! <= most;
    const follows = i > within.start && places[i] === places[i - 1]! + 1;
    if (start >= 0 && !(goesOn && follows)) {
      rows.push({ start, end: i });
      start = -1;
    }
    if (goesOn && start < 0) start = i;
  }
  return rows;
}
