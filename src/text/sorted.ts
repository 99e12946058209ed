/**
 * The index of the first of `count` sorted values that does not come before something; `count` where all do.
 *
 * @param isBefore whether the value at an index comes before; no value that does stands behind one that does not
 */
export function partitionPoint(count: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of ascending numbers that is not less; of the first `count` ones, where only they count. */
export const firstFrom = (
  ascending: ArrayLike<number>,
  least: number,
  count = ascending.length,
): number => partitionPoint(count, (i) => ascending[i]! < least);
