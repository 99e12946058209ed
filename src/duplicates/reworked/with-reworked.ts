import { aligned } from "../pair/alignment.ts";
import { clustersOf, type Cluster } from "./clusters.ts";
import { copyOf, type Copy } from "../pair/copy.ts";
import type { Limits } from "../options.ts";
import { pointsOf } from "./points.ts";
import { wholeSentences } from "./sentences.ts";
import type { Stemmed } from "./stems.ts";
import { termsOf } from "./terms.ts";
import { overlapOf, type Text } from "../texts.ts";

/** The share of a shorter cluster that a better one may take of it. */
const MOST_OVERLAP = 0.3;
/** A copy that is as much alike has better ends than the words around it. */
const CLOSE = 0.9;
/** Such copies that are this much of a cluster are all there is in it. */
const LARGE_SHARE = 0.5;

/**
 * The passages of a text that an earlier text says too in other words, beside those that were found already.
 *
 * @param copies exact and edited ones of the same two texts
 * @returns all copies; those that a longer reworked passage has in it are left out
 */
export function withReworked(
  { text: later, stems }: Stemmed,
  { text: earlier, stems: earlierStems }: Stemmed,
  copies: readonly Copy[],
  limits: Limits,
): readonly Copy[] {
  const terms = termsOf(stems, earlierStems);
  const isOwn = later === earlier;
  const clusters = clustersOf(pointsOf(terms, isOwn), terms, limits.minWords);
  const best: Cluster[] = [];
  for (const cluster of clusters.toSorted(byEvidence)) {
    if (isOwn && cluster.source.end > cluster.own.start) continue;
    if (!best.some((other) => isTaken(cluster, other))) best.push(cluster);
  }

  const found: Copy[] = [];
  const within = new Set<Copy>();
  for (const cluster of best) {
    const reworked = copyIn(later, earlier, cluster, limits);
    if (!reworked) continue;
    const inside = copies.filter((copy) => areOfOne(copy, reworked));
    if (isMostOf(inside, reworked)) continue;
    found.push(reworked);
    for (const copy of inside) within.add(copy);
  }
  return [...copies.filter((copy) => !within.has(copy)), ...found];
}

const byEvidence = (a: Cluster, b: Cluster): number => b.points * b.cosine - a.points * a.cosine;

const isTaken = ({ own }: Cluster, { own: other }: Cluster): boolean =>
  Math.min(own.end, other.end) - Math.max(own.start, other.start) >
  MOST_OVERLAP * (own.end - own.start);

function copyIn(
  later: Text,
  earlier: Text,
  { own, source }: Cluster,
  limits: Limits,
): Copy | undefined {
  const [run, from] = [
    wholeSentences({ text: later, start: own.start, length: own.end - own.start }),
    wholeSentences({ text: earlier, start: source.start, length: source.end - source.start }),
  ];
  if (later === earlier && from.start + from.length > run.start) return undefined;
  const partners = aligned(run, from);
  return copyOf(run, from, (word) => partners[word]!, limits);
}

const areOfOne = (a: Copy, b: Copy): boolean =>
  overlapOf(a.run, b.run) > 0 && overlapOf(a.sources[0]!, b.sources[0]!) > 0;

function isMostOf(copies: readonly Copy[], { run, sources }: Copy): boolean {
  if (copies.length === 0 || copies.some(({ similarity }) => similarity < CLOSE)) return false;
  const shared = copies.reduce((sum, copy) => sum + overlapOf(copy.run, run), 0) / run.length;
  const [source] = [sources[0]!];
  const sharedOfSource =
    copies.reduce((sum, copy) => sum + overlapOf(copy.sources[0]!, source), 0) / source.length;
  return Math.max(shared, sharedOfSource) >= LARGE_SHARE;
}
