import type { Seed } from "./seeds.ts";

/**
 * Tells the seeds that lie within a longer one, on either side, from the others: where an idiom stands twice, its two
 * seeds across would tie a passage to the wrong end of its source.
 */
export function byStrength(seeds: readonly Seed[]): {
  readonly strong: readonly Seed[];
  readonly weak: readonly Seed[];
} {
  if (seeds.length < 2) return { strong: seeds, weak: [] };
  const weak = new Set([
    ...within(seeds, ({ start }) => start),
    ...within(seeds, ({ source }) => source),
  ]);
  return { strong: seeds.filter((seed) => !weak.has(seed)), weak: [...weak] };
}

/** The seeds whose words on one side are some of a longer seed's. */
function within(seeds: readonly Seed[], startOf: (seed: Seed) => number): readonly Seed[] {
  let longest: Seed | undefined;
  return seeds
    .toSorted((a, b) => startOf(a) - startOf(b) || b.length - a.length)
    .filter((seed) => {
      const reach = longest ? startOf(longest) + longest.length : -1;
      if (startOf(seed) + seed.length > reach) {
        longest = seed;
        return false;
      }
      return seed.length < longest!.length;
    });
}
