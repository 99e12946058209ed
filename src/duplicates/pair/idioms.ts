import { firstFrom } from "../../text/sorted.ts";
import type { Indexed, Numbered } from "../grams/gram-index.ts";
import type { Limits } from "../options.ts";
import { endOf, type Run } from "../texts.ts";

/** A text that says five words in a row so often says them on purpose. */
const REFRAIN = 3;

/**
 * The words of a run that its text shares with another and with many more, "the point I am trying to make", and those
 * that a text says again and again: refrains. They say less of a copy than words that few would put in a row.
 *
 * @returns for each word of the run whether it is one of these: 1 or 0
 */
export function idiomsIn(
  { text, places, numbers, levels }: Numbered,
  { text: source, index }: Indexed,
  run: Run,
  { gram }: Limits,
): Uint8Array {
  const idioms = new Uint8Array(run.length);
  for (let i = firstFrom(places, run.start - gram + 1); i < places.length; i++) {
    if (places[i]! >= endOf(run)) break;
    const said =
      levels[numbers[i]!] === 0 && text !== source ? 0 : index.placesOf(numbers[i]!).length;
    if (said === 0 || (levels[numbers[i]!] === 0 && said < REFRAIN)) continue;
    const start = places[i]! - run.start;
    idioms.fill(1, Math.max(0, start), start + gram);
  }
  return idioms;
}
