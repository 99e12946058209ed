import { partitionPoint } from "../../text/sorted.ts";
import { chainsOf } from "./chains.ts";
import { exactCopy, type Copy } from "./copy.ts";
import { copyAround } from "./ends.ts";
import type { Indexed } from "../grams/gram-index.ts";
import type { Limits } from "../options.ts";
import { seedsBetween, type Seed } from "./seeds.ts";
import { byStrength } from "./strength.ts";
import { endOf, isLongEnough } from "../texts.ts";

/** Words between two seeds of one passage: a sentence or two that were put in between. */
const GAP = 40;
/** A chain that is too little alike is tried with less between its seeds, down to this. */
const LEAST_GAP = 4;
const SHRINKING = 0.75;

/**
 * The passages of a text that an earlier text says too, or of a text that it says twice. A function of the two texts
 * alone: what else is on the site makes no difference.
 */
export function copiesBetween(later: Indexed, earlier: Indexed, limits: Limits): readonly Copy[] {
  const isOwn = later.text === earlier.text;
  const pair = { later, earlier };
  const fewest = limits.gram + limits.evidence - 1;

  function copiesIn(seeds: readonly Seed[], gap: number): readonly Copy[] {
    return chainsOf(seeds, gap, isOwn).flatMap((chain) => {
      const exact = chain.length === 1 ? exactOf(chain[0]!) : undefined;
      if (exact) return [exact];
      if (chain.reduce((sum, { length }) => sum + length, 0) < fewest) return [];
      const copy = copyAround(pair, chain, limits);
      const parts = chain.flatMap((seed) => exactOf(seed) ?? []);
      // Seeds reach as far as words are equal, unless the text repeats itself: then they know better.
      if (copy?.kind === "exact") return parts;
      const left = copy ? besides([copy], chain) : chain.length > 1 ? chain : [];
      // Each time with a smaller gap, so that no chain is aligned more than a few times.
      const others = gap > LEAST_GAP ? copiesIn(left, Math.floor(gap * SHRINKING)) : [];
      if (copy) return [{ ...copy, parts }, ...others];
      return left.length > 0 && gap > LEAST_GAP ? others : parts;
    });
  }

  function exactOf({ start, source, length, alsoAt }: Seed): Copy | undefined {
    const run = { text: later.text, start, length };
    if (!isLongEnough(run, limits)) return undefined;
    const sources = [source, ...alsoAt].map((at) => ({ text: earlier.text, start: at, length }));
    return exactCopy(run, sources);
  }

  const { strong, weak } = byStrength(seedsBetween(later, earlier, limits));
  const copies = copiesIn(strong, GAP);
  return [...copies, ...copiesIn(besides(copies, weak), GAP)];
}

/** The seeds of what a text says before, between and behind copies. */
function besides(copies: readonly Copy[], seeds: readonly Seed[]): readonly Seed[] {
  const runs = copies.map(({ run }) => run).toSorted((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = runs.map((run) => (furthest = Math.max(furthest, endOf(run))));
  return seeds.filter(({ start, length }) => {
    const before = partitionPoint(runs.length, (i) => runs[i]!.start < start + length);
    return before === 0 || ends[before - 1]! <= start;
  });
}
