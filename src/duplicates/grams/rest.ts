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
  const rest = { places: new Uint32Array(places.length), numbers: new Uint32Array(places.length) };
  let [count, hole, before] = [0, 0, 0];
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    while (hole < stretches.length && stretches[hole]!.end <= place) {
      before += stretches[hole]!.end - stretches[hole]!.start;
      hole++;
    }
    if (hole < stretches.length && stretches[hole]!.start < place + gram) continue;
    rest.places[count] = place - before;
    rest.numbers[count++] = numbers[i]!;
  }
  return {
    text: { ...text, words: wordsBesides(text.words, stretches) },
    places: rest.places.subarray(0, count),
    numbers: rest.numbers.subarray(0, count),
    levels,
  };
}

function wordsBesides({ count, hashes, starts, ends }: Words, holes: readonly Stretch[]): Words {
  const left = count - holes.reduce((sum, { start, end }) => sum + end - start, 0);
  const columns = new Uint32Array(3 * left);
  const parts = [...holes, { start: count, end: count }];
  const besides = (column: Uint32Array, number: number): Uint32Array => {
    const rest = columns.subarray(number * left, (number + 1) * left);
    let [length, from] = [0, 0];
    for (const { start, end } of parts) {
      rest.set(column.subarray(from, start), length);
      length += start - from;
      from = end;
    }
    return rest;
  };
  return {
    count: left,
    hashes: besides(hashes, 0),
    starts: besides(starts, 1),
    ends: besides(ends, 2),
  };
}
