import type { Essay } from "../essays/essay.ts";
import { tagKey } from "../text/slug.ts";
import { firstFrom } from "../text/sorted.ts";
import type { Site, TagPage } from "./site.ts";

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
export function relatedEssays(site: Site): RelatedTo {
  let answer: RelatedTo | undefined;
  // A build that makes no essay's page need not know.
  return (essay) => (answer ??= relatedIn(site))(essay);
}

type RelatedTo = (essay: Essay) => readonly Essay[];

function relatedIn({ essays, tags }: Site): RelatedTo {
  const placeOf = new Map(essays.map((essay, place) => [essay, place]));
  const sharedTags = sharing(tags, placeOf);
  const scores = new Float64Array(essays.length);
  return (essay) => {
    const place = placeOf.get(essay)!;
    const touched = score(sharedTags(essay), place, scores);
    const best = bestOf(touched, (a, b) => scores[b]! - scores[a]! || nearer(a, b, place));
    for (const other of touched) scores[other] = 0;
    return best.map((other) => essays[other]!);
  };
}

const nearer = (a: number, b: number, place: number): number =>
  Math.abs(a - place) - Math.abs(b - place) || a - b;

/** A tag that several essays have: their places, ascending, and what sharing it weighs. */
interface Shared {
  readonly places: Uint32Array;
  readonly weight: number;
}

function sharing(
  tags: Site["tags"],
  placeOf: ReadonlyMap<Essay, number>,
): (essay: Essay) => readonly Shared[] {
  const tagOf = new Map(tags.map((tag) => [`${tag.kind} ${tag.key}`, tag]));
  const known = new Map<TagPage, Shared>();

  function sharedAs(tag: TagPage): Shared {
    let shared = known.get(tag);
    if (!shared) {
      const places = Uint32Array.from(tag.essays, (essay) => placeOf.get(essay)!);
      known.set(tag, (shared = { places, weight: Math.floor(WEIGHT / places.length) }));
    }
    return shared;
  }

  return ({ tags: own }) => {
    const unique = new Set(own.map(({ kind, label }) => tagOf.get(`${kind} ${tagKey(label)}`)!));
    return [...unique].filter((tag) => tag.essays.length > 1).map(sharedAs);
  };
}

/** Adds the weights up in `scores` and returns the places that got any. */
function score(tags: readonly Shared[], self: number, scores: Float64Array): number[] {
  const touched: number[] = [];
  for (const { places, weight } of tags) {
    const own = firstFrom(places, self);
    const last = Math.min(places.length - 1, own + REACH);
    for (let i = Math.max(0, own - REACH); i <= last; i++) {
      const other = places[i]!;
      if (other === self) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other]! += weight;
    }
  }
  return touched;
}

/** The first few as sorting would have them; sorting all of them took four times as long. */
function bestOf(places: readonly number[], compare: (a: number, b: number) => number): number[] {
  const best: number[] = [];
  for (const place of places) {
    let at = best.length;
    while (at > 0 && compare(place, best[at - 1]!) < 0) at--;
    if (at === MOST_RELATED) continue;
    best.splice(at, 0, place);
    best.length = Math.min(best.length, MOST_RELATED);
  }
  return best;
}
