/**
 * Pairs the values of a longest common subsequence (Wagner, Fischer 1974); of several the one that begins first.
 * Time and memory are the product of both lengths: it is for the caller to keep that small.
 *
 * @param pair is told the indices of each two values that are paired, ascending
 */
export function commonSubsequence(
  a: Uint32Array,
  b: Uint32Array,
  pair: (i: number, j: number) => void,
): void {
  const row = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * row);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * row + j;
      if (a[i] === b[j]) longest[at] = longest[at + row + 1]! + 1;
      else longest[at] = Math.max(longest[at + row]!, longest[at + 1]!);
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const at = i * row + j;
    if (a[i] === b[j]) pair(i++, j++);
    else if (longest[at + row]! >= longest[at + 1]!) i++;
    else j++;
  }
}
