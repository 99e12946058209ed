import type { Essay } from "../essays/essay.ts";
import type { Site } from "./site.ts";

const MOST_RELATED = 3;

/**
 * Of a tag that many share, only the essays next in time are compared: cost stays in line with the number
 * of essays, and a tag that everything has says little about what belongs together.
 */
const REACH = 16;

/** Weights are whole numbers, so that sums are the same on every machine. */
const WEIGHT = 1_000_000;

/**
 * The essays that share the most with each essay: shared tags, each weighted by its rarity (one over the
 * number of essays that have it), the nearer in time on a tie.
 */
export function relatedEssays(site: Site): ReadonlyMap<Essay, readonly Essay[]> {
  const { essays } = site;
  const placeOf = new Map(essays.map((essay, place) => [essay, place]));
  const sharing = sharingByEssay(site, placeOf);
  const scores = new Float64Array(essays.length);
  return new Map(
    essays.map((essay, place) => {
      const candidates = scored(sharing[place]!, place, scores);
      const ranked = candidates.toSorted(
        (a, b) => scores[b]! - scores[a]! || Math.abs(a - place) - Math.abs(b - place) || a - b,
      );
      const related = ranked.slice(0, MOST_RELATED).map((other) => essays[other]!);
      for (const other of candidates) scores[other] = 0;
      return [essay, related];
    }),
  );
}

/** One tag as one essay sees it: whoever shares it nearby, and what sharing it weighs. */
interface Sharing {
  readonly others: readonly number[];
  readonly weight: number;
}

function sharingByEssay({ essays, tags }: Site, placeOf: ReadonlyMap<Essay, number>): Sharing[][] {
  const sharing: Sharing[][] = essays.map(() => []);
  for (const tag of tags) {
    if (tag.essays.length < 2) continue;
    const weight = Math.floor(WEIGHT / tag.essays.length);
    const places = tag.essays.map((essay) => placeOf.get(essay)!);
    places.forEach((place, i) => {
      const others = places.slice(Math.max(0, i - REACH), i + REACH + 1);
      sharing[place]!.push({ others, weight });
    });
  }
  return sharing;
}

/** Adds the weights up in `scores` and returns the places that got any. */
function scored(sharing: readonly Sharing[], own: number, scores: Float64Array): readonly number[] {
  const touched: number[] = [];
  for (const { others, weight } of sharing) {
    for (const other of others) {
      if (other === own) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other]! += weight;
    }
  }
  return touched;
}
