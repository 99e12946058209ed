import type { Terms } from "./terms.ts";

/** Two words of one stem whose neighbours are alike. */
export interface Point {
  /** The index of the word in the later text. */
  readonly at: number;
  /** The index of the word in the earlier one. */
  readonly source: number;
}

/** Neighbours of a word on each side. Words are shuffled within a sentence, seldom further. */
const REACH = 9;
/** The cosine of the neighbours from which two words are said of the same. */
const LEAST_COSINE = 0.33;

/**
 * The pairs of words of one stem around which the same is said, in any order: the cosine of the weighed stems of their
 * neighbours. (Sanchez-Perez, Sidorov, Gelbukh 2014 compare sentences so; a window around each word needs none.)
 */
export function pointsOf(terms: Terms, isOwn: boolean): readonly Point[] {
  const { later, earlier, weights, least } = terms;
  const squares = weights.map((weight) => weight * weight);
  const norms = normsOf(later, squares);
  const sourceNorms = isOwn ? norms : normsOf(earlier, squares);
  const places = placesOf(earlier, weights.length);
  const near = new Int32Array(weights.length).fill(-1);
  const met = new Int32Array(weights.length).fill(-1);
  const points: Point[] = [];
  let round = 0;
  for (let at = 0; at < later.length; at++) {
    const term = later[at]!;
    if (weights[term]! < least || places[term]!.length === 0) continue;
    const end = Math.min(later.length, at + REACH + 1);
    for (let i = Math.max(0, at - REACH); i < end; i++) near[later[i]!] = at;
    for (const source of places[term]!) {
      // In one text a word's neighbours are its own.
      if (isOwn && source + 2 * REACH >= at) break;
      round++;
      let common = 0;
      const sourceEnd = Math.min(earlier.length, source + REACH + 1);
      for (let j = Math.max(0, source - REACH); j < sourceEnd; j++) {
        const other = earlier[j]!;
        if (near[other] !== at || met[other] === round) continue;
        met[other] = round;
        common += squares[other]!;
      }
      if (common >= LEAST_COSINE * Math.sqrt(norms[at]! * sourceNorms[source]!)) {
        points.push({ at, source });
      }
    }
  }
  return points;
}

/** The places of each term, ascending. */
function placesOf(column: Int32Array, terms: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: terms }, () => []);
  column.forEach((term, place) => places[term]!.push(place));
  return places;
}

/** For each word the sum of the squares of what it and its neighbours weigh, each stem once. */
function normsOf(column: Int32Array, squares: Float64Array): Float64Array {
  const norms = new Float64Array(column.length);
  const counts = new Int32Array(squares.length);
  let [sum, from, to] = [0, 0, 0];
  for (let at = 0; at < column.length; at++) {
    for (; to < Math.min(column.length, at + REACH + 1); to++) {
      if (counts[column[to]!]!++ === 0) sum += squares[column[to]!]!;
    }
    for (; from < at - REACH; from++) {
      if (--counts[column[from]!]! === 0) sum -= squares[column[from]!]!;
    }
    norms[at] = sum;
  }
  return norms;
}
