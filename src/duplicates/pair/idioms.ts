import type { GramIndex, Numbered } from "../grams/gram-index.ts";
import type { Limits } from "../options.ts";

/**
 * The words of a text that it shares with another and with many more: "the point I am trying to make". They say less
 * of a copy than words that few would put in a row.
 *
 * @returns for each word whether it is one of these: 1 or 0
 */
export function idiomsIn(
  { text, places, numbers, levels }: Numbered,
  index: GramIndex,
  { gram }: Limits,
): Uint8Array {
  const idioms = new Uint8Array(text.words.count);
  for (let i = 0; i < places.length; i++) {
    const number = numbers[i]!;
    if (levels[number]! > 0 && index.placesOf(number).length > 0) {
      idioms.fill(1, places[i], places[i]! + gram);
    }
  }
  return idioms;
}
