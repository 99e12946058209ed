import type { Limits } from "./options.ts";
import { repeatsOf, type Repeats } from "./repeats.ts";
import { MOST_TEXTS } from "./suspects.ts";
import type { Stretch } from "./texts.ts";

/**
 * For each text, the stretches that are long enough for a passage and that more than a few texts share from end to
 * end: signatures, and what was pasted everywhere.
 */
export const wideStretches = (repeats: Repeats, limits: Limits): readonly (readonly Stretch[])[] =>
  Array.from({ length: repeats.offsets.length - 1 }, (_, text) => {
    const { places, numbers } = repeatsOf(repeats, text);
    return stretchesOf(places, (i) => repeats.texts[numbers[i]!]! > MOST_TEXTS, limits);
  });

/**
 * The stretches of words in which every gram is shared widely.
 *
 * @param places of grams, as indices of their first words, ascending
 * @param isWide whether the gram at an index of `places` is
 */
export function stretchesOf(
  places: Uint32Array,
  isWide: (index: number) => boolean,
  { minWords, gram }: Limits,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= places.length; i++) {
    const goesOn = i < places.length && isWide(i);
    const follows = i > 0 && places[i] === places[i - 1]! + 1;
    if (start >= 0 && !(goesOn && follows)) {
      const end = places[i - 1]! + gram;
      if (end - start >= minWords) stretches.push({ start, end });
      start = -1;
    }
    if (goesOn && start < 0) start = places[i]!;
  }
  return stretches;
}
