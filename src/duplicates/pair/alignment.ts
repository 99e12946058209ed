import { commonSubsequence } from "../../text/subsequence.ts";
import { rowHash } from "../../text/words.ts";
import { isSameWord } from "../texts.ts";
import type { Run } from "../texts.ts";

/** Equal words in a row that pair up wherever they stand: a sentence that moved is still the same sentence. */
const TILE = 4;
/** Places of one tile's beginning that are tried: a refrain has hundreds. */
const MOST_TRIED = 8;
/** Cells of one table: 4 MB. What lies between two tiles is mostly a few words. */
const MOST_CELLS = 1_000_000;

interface Tile {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * Pairs the words of two runs: first tiles of equal words in any order (Wise 1993), then, between tiles that
 * follow each other in both, the longest common subsequence.
 *
 * @returns for each word of `a` the index in `b` of its equal, -1 where it has none; no index twice. The same pairs
 *   whichever run is given first
 */
export function aligned(a: Run, b: Run): Int32Array {
  return isFirst(a, b) ? pairsOf(a, b) : inverse(pairsOf(b, a), a.length);
}

/** Which of two runs is looked at first is a matter of their words alone. */
function isFirst(a: Run, b: Run): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let i = 0; i < a.length; i++) {
    const [hash, other] = [a.text.words.hashes[a.start + i]!, b.text.words.hashes[b.start + i]!];
    if (hash !== other) return hash < other;
  }
  return true;
}

export function inverse(partners: Int32Array, length: number): Int32Array {
  const inverted = new Int32Array(length).fill(-1);
  partners.forEach((j, i) => {
    if (j >= 0) inverted[j] = i;
  });
  return inverted;
}

function pairsOf(a: Run, b: Run): Int32Array {
  const partners = new Int32Array(a.length).fill(-1);
  const taken = new Uint8Array(b.length);
  const pair = (i: number, j: number): void => {
    partners[i] = j;
    taken[j] = 1;
  };
  const tiles = tilesOf(a, b, taken, pair);
  const end: Tile = { a: a.length, b: b.length, length: 0 };
  let before: Tile = { a: 0, b: 0, length: 0 };
  for (const tile of [...tiles, end]) {
    const from = { a: before.a + before.length, b: before.b + before.length };
    const words = tile.a - from.a;
    if (words > 0) {
      const free = freeAfter(from.b, taken);
      if (tile.b >= from.b && free >= tile.b) {
        // Before the first tile words are near it, and elsewhere near what they follow.
        const isBefore = from.a === 0 && from.b === 0 && tile !== end;
        pairGap(a, b, { ...from, toA: tile.a, toB: tile.b, isBefore }, pair);
      } else {
        // Something moved: what stands between them may belong to either.
        const toB = Math.min(free, from.b + words);
        pairGap(a, b, { ...from, toA: tile.a, toB, isBefore: false }, pair);
        const back = Math.max(freeBefore(tile.b, taken), tile.b - words);
        const left = lastUnpaired(partners, from.a, tile.a);
        pairGap(a, b, { a: left, b: back, toA: tile.a, toB: tile.b, isBefore: true }, pair);
      }
    }
    before = tile;
  }
  return partners;
}

/** Longer tiles are laid first, so that an idiom beside a passage does not take the words of one inside. */
const LEAST_TILES = [32, 16, 8, TILE];

function tilesOf(
  a: Run,
  b: Run,
  taken: Uint8Array,
  pair: (i: number, j: number) => void,
): readonly Tile[] {
  const places = beginnings(b);
  const laid = new Uint8Array(a.length);
  const tiles: Tile[] = [];
  for (const least of LEAST_TILES) {
    let expected = 0;
    for (let i = 0; i + TILE <= a.length; i++) {
      if (laid[i] === 1) continue;
      let best: Tile | undefined;
      for (const j of places.get(tileHash(a, i)) ?? []) {
        const length = equalFrom(a, i, b, j, laid, taken);
        const isNearer =
          best?.length === length && Math.abs(j - expected) < Math.abs(best.b - expected);
        if (length >= least && (!best || length > best.length || isNearer)) {
          best = { a: i, b: j, length };
        }
      }
      if (!best) continue;
      tiles.push(best);
      for (let k = 0; k < best.length; k++) pair(i + k, best.b + k);
      laid.fill(1, i, i + best.length);
      expected = best.b + best.length;
      i += best.length - 1;
    }
  }
  return tiles.toSorted((x, y) => x.a - y.a);
}

function beginnings(run: Run): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i + TILE <= run.length; i++) {
    const hash = tileHash(run, i);
    const known = places.get(hash);
    if (!known) places.set(hash, [i]);
    else if (known.length < MOST_TRIED) known.push(i);
  }
  return places;
}

const tileHash = ({ text, start }: Run, at: number): number =>
  rowHash(text.words, start + at, TILE);

function equalFrom(
  a: Run,
  i: number,
  b: Run,
  j: number,
  laid: Uint8Array,
  taken: Uint8Array,
): number {
  let length = 0;
  while (
    i + length < a.length &&
    j + length < b.length &&
    laid[i + length] === 0 &&
    taken[j + length] === 0 &&
    isSameWord(a.text, a.start + i + length, b.text, b.start + j + length)
  ) {
    length++;
  }
  return length;
}

function freeAfter(from: number, taken: Uint8Array): number {
  let end = from;
  while (end < taken.length && taken[end] === 0) end++;
  return end;
}

function freeBefore(to: number, taken: Uint8Array): number {
  let start = to;
  while (start > 0 && taken[start - 1] === 0) start--;
  return start;
}

/** Where the words at the end of a gap begin that have no partner. */
function lastUnpaired(partners: Int32Array, from: number, to: number): number {
  let start = to;
  while (start > from && partners[start - 1]! < 0) start--;
  return start;
}

/** Words of both runs between two tiles. */
interface Gap {
  readonly a: number;
  readonly b: number;
  readonly toA: number;
  readonly toB: number;
  /** Whether what can be paired in several ways is to be near the end of the gap. */
  readonly isBefore: boolean;
}

/** Pairs words of a gap that are in one order in both runs, as many as there are. */
function pairGap(a: Run, b: Run, gap: Gap, pair: (i: number, j: number) => void): void {
  const height = gap.toA - gap.a;
  const width = gap.toB - gap.b;
  if (height <= 0 || width <= 0 || height * width > MOST_CELLS) return;
  const [from, to] = [a.start + gap.a, b.start + gap.b];
  const own = a.text.words.hashes.slice(from, from + height);
  const others = b.text.words.hashes.slice(to, to + width);
  if (gap.isBefore) for (const column of [own, others]) column.reverse();
  commonSubsequence(own, others, (i, j) => {
    const x = gap.isBefore ? height - 1 - i : i;
    const y = gap.isBefore ? width - 1 - j : j;
    if (isSameWord(a.text, from + x, b.text, to + y)) pair(gap.a + x, gap.b + y);
  });
}
