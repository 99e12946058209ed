import { groupBy } from "../text/group-by.ts";
import { firstFrom } from "../text/sorted.ts";
import { commonSubsequence } from "../text/subsequence.ts";
import { rowHash, type Words } from "../text/words.ts";

/** So many equal words in a row tell where two texts go on together. */
const ANCHOR = 4;
/** Between two anchors there are mostly a few words: the target of a link. */
const MOST_CELLS = 100_000;
/** Places of one anchor in the notes that are tried: a refrain has hundreds. */
const MOST_TRIED = 8;

/**
 * Pairs the words of a source with those of its page. A page shows the words of a text in order; what is between
 * them, as a character reference in a source and an address on a page, is skipped, as little of it as can be.
 * Notes stand at the page's end, in any order. Words are compared by their hashes alone: where chance made two equal, a mark
 * would end a word too early or too late.
 *
 * @param notes the index of the notes' first word on the page
 * @returns for each word of the source the index of its word on the page, -1 where there is none; no index twice
 */
export function paired(source: Words, page: Words, notes: number): Int32Array {
  const partners = new Int32Array(source.count).fill(-1);
  const places = anchorsOf(page);
  pairText(source, page, notes, places, partners);
  if (notes < page.count) pairNotes(source, page, notes, places, partners);
  return partners;
}

type Anchors = ReadonlyMap<number, readonly number[]>;

function anchorsOf(words: Words): Anchors {
  const places = Array.from({ length: Math.max(0, words.count - ANCHOR + 1) }, (_, at) => at);
  return groupBy(places, (at) => anchorAt(words, at));
}

const anchorAt = (words: Words, at: number): number => rowHash(words, at, ANCHOR);

function pairText(
  source: Words,
  page: Words,
  limit: number,
  places: Anchors,
  partners: Int32Array,
): void {
  let [i, j] = [0, 0];
  while (i < source.count && j < limit) {
    if (source.hashes[i] === page.hashes[j]) {
      partners[i++] = j++;
      continue;
    }
    const next = nearest(source, i, j, limit, places) ?? [source.count, limit];
    pairBetween(source, page, [i, j], next, partners);
    [i, j] = next;
  }
}

/** Pairs what two texts share up to where they go on together. */
function pairBetween(
  source: Words,
  page: Words,
  [i, j]: readonly [number, number],
  [endI, endJ]: readonly [number, number],
  partners: Int32Array,
): void {
  const [height, width] = [endI - i, endJ - j];
  if (height === 0 || width === 0 || height * width > MOST_CELLS) return;
  commonSubsequence(
    source.hashes.subarray(i, endI),
    page.hashes.subarray(j, endJ),
    (x, y) => (partners[i + x] = j + y),
  );
}

/** Where both go on together, with the fewest words skipped. */
function nearest(
  source: Words,
  i: number,
  j: number,
  limit: number,
  places: Anchors,
): readonly [number, number] | undefined {
  let fewest = Infinity;
  let found: readonly [number, number] | undefined;
  for (let at = i; at - i < fewest && at + ANCHOR <= source.count; at++) {
    const known = places.get(anchorAt(source, at)) ?? [];
    const to = known[firstFrom(known, j)] ?? Infinity;
    const skipped = at - i + to - j;
    if (to >= limit || skipped >= fewest) continue;
    fewest = skipped;
    found = [at, to];
  }
  return found;
}

function pairNotes(
  source: Words,
  page: Words,
  notes: number,
  places: Anchors,
  partners: Int32Array,
): void {
  const taken = new Uint8Array(page.count);
  for (let i = 0; i + ANCHOR <= source.count; i++) {
    if (partners[i]! >= 0) continue;
    const known = places.get(anchorAt(source, i)) ?? [];
    const first = firstFrom(known, notes);
    let to = known.slice(first, first + MOST_TRIED).find((at) => taken[at] === 0);
    if (to === undefined) continue;
    while (
      i < source.count &&
      partners[i] === -1 &&
      taken[to] === 0 &&
      source.hashes[i] === page.hashes[to]
    ) {
      taken[to] = 1;
      partners[i++] = to++;
    }
    i--;
  }
}
