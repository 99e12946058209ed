import { filterFor, mayHold, put, type Filter } from "./filter.ts";

/** The grams that stand at two places or more, numbered. */
export interface Repeats {
  /** How many there are; a few of them stand at one place only. */
  readonly count: number;
  /** For each text, where its repeated grams stand in its sketch, ascending; */
  readonly places: readonly Uint32Array[];
  /** and their numbers. */
  readonly numbers: readonly Uint32Array[];
  /** How many texts hold each gram, by its number; 255 stands for more too. */
  readonly texts: Uint8Array;
}

const MOST_COUNTED = 255;
const EMPTY = -1;

/**
 * Finds the grams that occur twice or more, in one text or in several. Two sets of bits take away most of those that
 * occur once, so that only a few are put into a table.
 */
export function repeatsIn(sketches: readonly Uint32Array[]): Repeats {
  const twice = seenTwice(sketches);
  const places = sketches.map((sketch) => placesIn(twice, sketch));
  const total = places.reduce((sum, { length }) => sum + length, 0);
  const table = tableFor(total);
  const numbers = places.map((list, text) =>
    Uint32Array.from(list, (place) => numberOf(table, sketches[text]![place]!)),
  );
  return { count: table.count, places, numbers, texts: textsOf(numbers, table.count) };
}

function textsOf(numbers: readonly Uint32Array[], count: number): Uint8Array {
  const texts = new Uint8Array(count);
  const last = new Int32Array(count).fill(EMPTY);
  numbers.forEach((list, text) => {
    for (let i = 0; i < list.length; i++) {
      const number = list[i]!;
      if (last[number] === text) continue;
      last[number] = text;
      if (texts[number]! < MOST_COUNTED) texts[number]!++;
    }
  });
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

function placesIn(filter: Filter, sketch: Uint32Array): Uint32Array {
  const places: number[] = [];
  for (let i = 0; i < sketch.length; i++) if (mayHold(filter, sketch[i]!)) places.push(i);
  return Uint32Array.from(places);
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
