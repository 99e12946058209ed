/** A word with more slips than one in three letters is another word. */
const LETTERS_A_SLIP = 3;
/** Words this long are pasted by accident; comparing them letter by letter would only cost time. */
const LONGEST = 200;

/**
 * The candidate that `word` was probably meant to be: the fewest letters inserted, dropped, changed or
 * swapped with their neighbour, case aside; the first of equals. Undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let fewest = Math.max(1, Math.floor(wanted.length / LETTERS_A_SLIP)) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const slips = slipsBetween(wanted, candidate.toLowerCase());
    if (slips >= fewest) continue;
    fewest = slips;
    best = candidate;
  }
  return best;
}

/** The optimal string alignment distance: Levenshtein's, with a swap of neighbours as one slip. */
function slipsBetween(a: string, b: string): number {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) slips = Math.min(slips, twoBack[j - 2]! + 1);
      row.push(slips);
    }
    twoBack = last;
    last = row;
  }
  return last[b.length]!;
}
