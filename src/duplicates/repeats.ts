import { filterFor, mayHold, put, type Filter } from "./filter.ts";

/** The grams that stand at two places or more, numbered; a few of them stand at one place only. */
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

/**
 * Finds the grams that occur twice or more, in one text or in several. Two sets of bits take away most of those that
 * occur once, so that only a few are put into a table.
 */
export function repeatsIn(sketches: readonly Uint32Array[]): Repeats {
  const twice = seenTwice(sketches);
  const offsets = new Uint32Array(sketches.length + 1);
  sketches.forEach((sketch, text) => {
    offsets[text + 1] = offsets[text]! + countIn(twice, sketch);
  });
  const total = offsets.at(-1)!;
  const places = new Uint32Array(total);
  const numbers = new Uint32Array(total);
  const table = tableFor(total);
  let at = 0;
  for (const sketch of sketches) {
    for (let place = 0; place < sketch.length; place++) {
      if (!mayHold(twice, sketch[place]!)) continue;
      places[at] = place;
      numbers[at++] = numberOf(table, sketch[place]!);
    }
  }
  return { count: table.count, offsets, places, numbers, texts: textsOf(offsets, numbers, table) };
}

/** The repeated grams of one text. */
export const repeatsOf = (
  { offsets, places, numbers }: Repeats,
  text: number,
): { readonly places: Uint32Array; readonly numbers: Uint32Array } => ({
  places: places.subarray(offsets[text], offsets[text + 1]),
  numbers: numbers.subarray(offsets[text], offsets[text + 1]),
});

function textsOf(offsets: Uint32Array, numbers: Uint32Array, { count }: Table): Uint16Array {
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

function seenTwice(sketches: readonly Uint32Array[]): Filter {
  const total = sketches.reduce((sum, { length }) => sum + length, 0);
  const once = filterFor(total);
  const twice = filterFor(total);
  for (const sketch of sketches) {
    for (let i = 0; i < sketch.length; i++) {
      if (mayHold(once, sketch[i]!)) put(twice, sketch[i]!);
      else put(once, sketch[i]!);
    }
  }
  return twice;
}

function countIn(filter: Filter, sketch: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < sketch.length; i++) if (mayHold(filter, sketch[i]!)) count++;
  return count;
}

/** Open addressing: a gram's number stands in the first free slot from where its leading bits point. */
interface Table {
  count: number;
  readonly shift: number;
  readonly mask: number;
  readonly grams: Uint32Array;
  readonly numbers: Int32Array;
}

function tableFor(grams: number): Table {
  const leading = Math.max(4, 33 - Math.clz32(Math.max(grams, 2)));
  const size = 2 ** leading;
  return {
    count: 0,
    shift: 32 - leading,
    mask: size - 1,
    grams: new Uint32Array(size),
    numbers: new Int32Array(size).fill(EMPTY),
  };
}

function numberOf(table: Table, gram: number): number {
  const { shift, mask, grams, numbers } = table;
  let slot = gram >>> shift;
  while (numbers[slot] !== EMPTY && grams[slot] !== gram) slot = (slot + 1) & mask;
  if (numbers[slot] === EMPTY) {
    grams[slot] = gram;
    numbers[slot] = table.count++;
  }
  return numbers[slot]!;
}
