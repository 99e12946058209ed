import type { Words } from "../../text/words.ts";
import type { Numbered } from "./gram-index.ts";
import type { Stretch } from "../texts.ts";

/**
 * A text without what many texts share: as if it were not there, the words on its two sides are neighbours. So a
 * signature is neither evidence nor in the way, wherever it stands.
 */
export function withoutWide(
  numbered: Numbered,
  stretches: readonly Stretch[],
  gram: number,
): Numbered {
  if (stretches.length === 0) return numbered;
  const { text, places, numbers, levels } = numbered;
  const kept: number[] = [];
  const moved: number[] = [];
  places.forEach((place, i) => {
    if (stretches.some(({ start, end }) => place < end && start < place + gram)) return;
    kept.push(numbers[i]!);
    moved.push(place - wordsBefore(place, stretches));
  });
  return {
    text: { ...text, words: wordsBesides(text.words, stretches) },
    places: Uint32Array.from(moved),
    numbers: Uint32Array.from(kept),
    levels,
  };
}

const wordsBefore = (place: number, stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + (end <= place ? end - start : 0), 0);

function wordsBesides({ count, hashes, starts, ends }: Words, holes: readonly Stretch[]): Words {
  const besides = (column: Uint32Array): Uint32Array => {
    const rest = new Uint32Array(count);
    let length = 0;
    let from = 0;
    for (const { start, end } of [...holes, { start: count, end: count }]) {
      rest.set(column.subarray(from, start), length);
      length += start - from;
      from = end;
    }
    return rest.subarray(0, length);
  };
  const left = besides(hashes);
  return { count: left.length, hashes: left, starts: besides(starts), ends: besides(ends) };
}
