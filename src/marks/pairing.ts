import type { Words } from "../text/words.ts";

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
  const places = new Map<number, number[]>();
  for (let at = 0; at + ANCHOR <= words.count; at++) {
    const hash = anchorAt(words, at);
    const known = places.get(hash);
    if (known) known.push(at);
    else places.set(hash, [at]);
  }
  return places;
}

function anchorAt({ hashes }: Words, at: number): number {
  let hash = 0;
  for (let i = at; i < at + ANCHOR; i++) hash = Math.imul(hash, 0x9e3779b1) + hashes[i]!;
  return hash | 0;
}

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

/** Pairs what two texts share up to where they go on together: their longest common subsequence (Wagner, Fischer 1974). */
function pairBetween(
  source: Words,
  page: Words,
  [i, j]: readonly [number, number],
  [endI, endJ]: readonly [number, number],
  partners: Int32Array,
): void {
  const [height, width] = [endI - i, endJ - j];
  if (height === 0 || width === 0 || height * width > MOST_CELLS) return;
  const row = width + 1;
  const longest = new Uint16Array((height + 1) * row);
  const isSame = (x: number, y: number): boolean => source.hashes[i + x] === page.hashes[j + y];
  for (let x = height - 1; x >= 0; x--) {
    for (let y = width - 1; y >= 0; y--) {
      longest[x * row + y] = isSame(x, y)
        ? longest[(x + 1) * row + y + 1]! + 1
        : Math.max(longest[(x + 1) * row + y]!, longest[x * row + y + 1]!);
    }
  }
  let [x, y] = [0, 0];
  while (x < height && y < width) {
    if (isSame(x, y)) partners[i + x++] = j + y++;
    else if (longest[(x + 1) * row + y]! >= longest[x * row + y + 1]!) x++;
    else y++;
  }
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
    const to = known[indexFrom(known, j)] ?? Infinity;
    const skipped = at - i + to - j;
    if (to >= limit || skipped >= fewest) continue;
    fewest = skipped;
    found = [at, to];
  }
  return found;
}

/** The index of the first of the sorted numbers that is not less. */
function indexFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
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
    const first = indexFrom(known, notes);
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
