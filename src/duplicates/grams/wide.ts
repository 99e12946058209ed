import type { Limits } from "../options.ts";
import { repeatsOf, type Repeats } from "./repeats.ts";
import type { Stretch } from "../texts.ts";

/**
 * In more texts a run of five words is idiom, or part of a signature: it is no evidence for a pair of texts, and with
 * it a paragraph in all of n texts would make n² pairs.
 */
export const MOST_TEXTS = 16;

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
    return stretchesOf(places, (i) => levels[numbers[i]!]!, limits);
  });
}

/**
 * The stretches of words in which every gram is shared widely. Where an idiom that a few dozen texts have before the
 * signature of all makes one row with it, the two are told apart by how widely they are shared.
 *
 * @param places of grams, as indices of their first words, ascending
 * @param levelAt how widely the gram at an index of `places` is shared
 */
export function stretchesOf(
  places: Uint32Array,
  levelAt: (index: number) => number,
  { minWords, gram }: Limits,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const row of rowsOf(places, (i) => levelAt(i) > 0, { start: 0, end: places.length })) {
    let most = 0;
    for (let i = row.start; i < row.end; i++) most = Math.max(most, levelAt(i));
    const isNear = (i: number): boolean => levelAt(i) >= most - 1;
    const parts = [
      ...rowsOf(places, isNear, row),
      ...rowsOf(places, (i) => !isNear(i), row),
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

/** The rows of neighbouring grams that are wanted, as indices of `places`. */
function rowsOf(
  places: Uint32Array,
  isWanted: (index: number) => boolean,
  within: Stretch,
): readonly Stretch[] {
  const rows: Stretch[] = [];
  let start = -1;
  for (let i = within.start; i <= within.end; i++) {
    const goesOn = i < within.end && isWanted(i);
    const follows = i > within.start && places[i] === places[i - 1]! + 1;
    if (start >= 0 && !(goesOn && follows)) {
      rows.push({ start, end: i });
      start = -1;
    }
    if (goesOn && start < 0) start = i;
  }
  return rows;
}
