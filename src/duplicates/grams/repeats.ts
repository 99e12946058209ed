/** The grams that stand at two places or more, numbered. */
export interface Repeats {
  readonly count: number;
  /** Where a text's repeated grams begin in the columns below, by its number; those of the next text follow. */
  readonly offsets: Uint32Array;
  /** The indices of their first words, ascending in each text; */
  readonly places: Uint32Array;
  /** and their numbers. */
  readonly numbers: Uint32Array;
  /** How many texts hold each gram, by its number; 65,535 stands for more too. */
  readonly texts: Uint16Array;
}

const MOST_COUNTED = 65_535;
const EMPTY = -1;
/** Grams that are looked at together: their table fits a processor's cache, where all at once would wait for memory. */
const BUCKET = 2 ** 14;

/** Finds the grams that occur twice or more, in one text or in several. */
export function repeatsIn(sketches: readonly Uint32Array[]): Repeats {
  const { count, numbered } = numberedIn(sketches);
  const offsets = new Uint32Array(sketches.length + 1);
  const total = numbered.reduce((sum, number) => (number === 0 ? sum : sum + 1), 0);
  const places = new Uint32Array(total);
  const numbers = new Uint32Array(total);
  let [at, position] = [0, 0];
  sketches.forEach((sketch, text) => {
    for (let place = 0; place < sketch.length; place++) {
      const number = numbered[position++]!;
      if (number === 0) continue;
      places[at] = place;
      numbers[at++] = number - 1;
    }
    offsets[text + 1] = at;
  });
  return { count, offsets, places, numbers, texts: textsOf(offsets, numbers, count) };
}

/** The repeated grams of one text. */
export const repeatsOf = (
  { offsets, places, numbers }: Repeats,
  text: number,
): { readonly places: Uint32Array; readonly numbers: Uint32Array } => ({
  places: places.subarray(offsets[text], offsets[text + 1]),
  numbers: numbers.subarray(offsets[text], offsets[text + 1]),
});

function textsOf(offsets: Uint32Array, numbers: Uint32Array, count: number): Uint16Array {
  const texts = new Uint16Array(count);
  const last = new Int32Array(count).fill(EMPTY);
  for (let text = 0; text + 1 < offsets.length; text++) {
    for (let at = offsets[text]!; at < offsets[text + 1]!; at++) {
      const number = numbers[at]!;
      if (last[number] === text) continue;
      last[number] = text;
      if (texts[number]! < MOST_COUNTED) texts[number]!++;
    }
  }
  return texts;
}

/** For each gram of all texts in a row 1 more than its number; 0 where it occurs once. */
function numberedIn(sketches: readonly Uint32Array[]): {
  readonly count: number;
  readonly numbered: Uint32Array;
} {
  const { grams, positions, ends } = bucketsOf(sketches);
  const numbered = new Uint32Array(grams.length);
  let count = 0;
  let start = 0;
  for (const end of ends) {
    const leading = 33 - Math.clz32(Math.max(end - start, 8));
    const firsts = new Int32Array(2 ** leading).fill(EMPTY);
    const mask = 2 ** leading - 1;
    for (let i = start; i < end; i++) {
      const gram = grams[i]!;
      // The leading bits are those of the bucket.
      let slot = gram & mask;
      while (firsts[slot] !== EMPTY && grams[firsts[slot]!] !== gram) slot = (slot + 1) & mask;
      if (firsts[slot] === EMPTY) {
        firsts[slot] = i;
        continue;
      }
      const first = positions[firsts[slot]!]!;
      if (numbered[first] === 0) numbered[first] = ++count;
      numbered[positions[i]!] = numbered[first]!;
    }
    start = end;
  }
  return { count, numbered };
}

/** All grams by their leading bits, each with its position in the row of all; where each bucket ends. */
function bucketsOf(sketches: readonly Uint32Array[]): {
  readonly grams: Uint32Array;
  readonly positions: Uint32Array;
  readonly ends: Uint32Array;
} {
  const total = sketches.reduce((sum, { length }) => sum + length, 0);
  const leading = Math.max(1, Math.ceil(Math.log2(Math.max(total / BUCKET, 2))));
  const shift = 32 - leading;
  const ends = new Uint32Array(2 ** leading);
  for (const sketch of sketches)
    for (let i = 0; i < sketch.length; i++) ends[sketch[i]! >>> shift]!++;
  let sum = 0;
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const size = ends[bucket]!;
    ends[bucket] = sum;
    sum += size;
  }

  const grams = new Uint32Array(total);
  const positions = new Uint32Array(total);
  let position = 0;
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i++) {
      const at = ends[sketch[i]! >>> shift]!++;
      grams[at] = sketch[i]!;
      positions[at] = position++;
    }
  }
  return { grams, positions, ends };
}
