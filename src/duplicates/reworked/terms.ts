/** The stems of two texts, numbered, with what each says of where a text is from. */
export interface Terms {
  /** For each word of the later text the number of its stem; */
  readonly later: Int32Array;
  /** the same of the earlier one. */
  readonly earlier: Int32Array;
  /** For each stem how much it says: 0 where it stands everywhere. */
  readonly weights: Float64Array;
  /** Stems that weigh less stand in so many windows that meeting one says nothing. */
  readonly least: number;
}

/** Words of a window: about a sentence, but the same in all languages and in text without full stops. */
const WINDOW = 20;
/** A stem that stands in more of the windows is a word like "the". */
const MOST_WINDOWS = 0.15;

/** The terms of the stems of a pair of texts, weighed by the inverse of how many windows of either hold them (tf-isf). */
export function termsOf(later: Uint32Array, earlier: Uint32Array): Terms {
  const stems = later === earlier ? [later] : [later, earlier];
  const numbers = new Map<number, number>();
  const windows: number[] = [];
  let total = 0;
  const columns = stems.map((column) => {
    const last = new Map<number, number>();
    const numbered = Int32Array.from(column, (stem, i) => {
      const number = numbers.get(stem) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(stem, number);
        windows.push(0);
      }
      const window = Math.floor(i / WINDOW);
      if (last.get(number) !== window) {
        last.set(number, window);
        windows[number]!++;
      }
      return number;
    });
    total += Math.ceil(column.length / WINDOW);
    return numbered;
  });
  return {
    later: columns[0]!,
    earlier: columns[1] ?? columns[0]!,
    weights: Float64Array.from(windows, (count) => Math.log(total / count)),
    least: Math.log(total / Math.max(2, total * MOST_WINDOWS)),
  };
}
