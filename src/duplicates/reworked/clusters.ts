import type { Point } from "./points.ts";
import type { Terms } from "./terms.ts";
import type { Stretch } from "../texts.ts";

/** What two texts say of the same thing. */
export interface Cluster {
  readonly own: Stretch;
  readonly source: Stretch;
  readonly points: number;
  /** How alike the two are as bags of weighed stems. */
  readonly cosine: number;
}

/** Words between two points of a cluster, on either side. */
const GAP = 48;
/** A cluster that is too little alike is tried with smaller gaps, down to this. */
const LEAST_GAP = 4;
const SHRINKING = 0.75;
/** Fewer points are chance. */
const FEWEST_POINTS = 6;
/** The cosine of two passages. */
const LEAST_COSINE = 0.3;

/**
 * Brings together points that lie close on both sides, and keeps those that are alike as a whole: where they are not,
 * gaps are made smaller until they are (Sanchez-Perez and others 2014).
 */
export function clustersOf(
  points: readonly Point[],
  terms: Terms,
  minWords: number,
): readonly Cluster[] {
  function among(some: readonly Point[], gap: number): readonly Cluster[] {
    return apart(some, gap).flatMap((group) => {
      const own = stretchOf(group, ({ at }) => at);
      const source = stretchOf(group, (point) => point.source);
      const isShort = Math.min(own.end - own.start, source.end - source.start) < minWords;
      if (group.length < FEWEST_POINTS || isShort) return [];
      const cosine = cosineOf(terms, own, source);
      if (cosine >= LEAST_COSINE) return [{ own, source, points: group.length, cosine }];
      return gap > LEAST_GAP ? among(group, Math.floor(gap * SHRINKING)) : [];
    });
  }
  return among(points, GAP);
}

const stretchOf = (points: readonly Point[], of: (point: Point) => number): Stretch => {
  const places = points.map(of);
  return {
    start: places.reduce((a, b) => Math.min(a, b)),
    end: places.reduce((a, b) => Math.max(a, b)) + 1,
  };
};

/** Groups of points with no larger gap within, on either side. */
function apart(points: readonly Point[], gap: number): readonly (readonly Point[])[] {
  const byPlace = splitAt(points, gap, ({ at }) => at);
  const bySource = byPlace.flatMap((group) => splitAt(group, gap, ({ source }) => source));
  if (bySource.length === 1) return bySource;
  return bySource.length === byPlace.length
    ? bySource
    : bySource.flatMap((group) => apart(group, gap));
}

function splitAt(
  points: readonly Point[],
  gap: number,
  of: (point: Point) => number,
): readonly (readonly Point[])[] {
  const groups: Point[][] = [];
  let last = -Infinity;
  for (const point of points.toSorted((a, b) => of(a) - of(b))) {
    if (of(point) - last > gap) groups.push([]);
    groups.at(-1)!.push(point);
    last = of(point);
  }
  return groups;
}

function cosineOf({ later, earlier, weights }: Terms, own: Stretch, source: Stretch): number {
  const [a, b] = [countsIn(later, own), countsIn(earlier, source)];
  const weighed = (counts: ReadonlyMap<number, number>, others = counts): number => {
    let sum = 0;
    for (const [term, count] of counts) {
      sum += count * (others.get(term) ?? 0) * weights[term]! * weights[term]!;
    }
    return sum;
  };
  return weighed(a, b) / Math.sqrt(weighed(a) * weighed(b) || 1);
}

function countsIn(column: Int32Array, { start, end }: Stretch): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let i = start; i < end; i++) counts.set(column[i]!, (counts.get(column[i]!) ?? 0) + 1);
  return counts;
}
