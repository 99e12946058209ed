import type { Seed } from "./seeds.ts";

/**
 * Brings together the seeds that belong to one passage: those that lie no more than `gap` words apart on both sides,
 * in any order, since sentences may have moved.
 *
 * @param seeds of one pair of texts
 * @param gap in words
 * @param isOwn whether the texts are one: then a passage and its source must not overlap
 * @returns the seeds of each chain, in the order of their places in the later text
 */
export function chainsOf(
  seeds: readonly Seed[],
  gap: number,
  isOwn: boolean,
): readonly (readonly Seed[])[] {
  if (seeds.length === 1) return [seeds];
  const sorted = seeds.toSorted((a, b) => a.start - b.start || a.source - b.source);
  const chains = new Chains(sorted);
  let near = 0;
  sorted.forEach((seed, i) => {
    // The longest seed's length bounds how far back a neighbour may begin.
    while (chains.furthest[near]! + gap < seed.start) near++;
    for (let j = near; j < i; j++) {
      if (areNeighbours(sorted[j]!, seed, gap)) chains.join(j, i, isOwn);
    }
  });
  return chains.all();
}

function areNeighbours(a: Seed, b: Seed, gap: number): boolean {
  const apart = b.start - (a.start + a.length);
  const sourceApart = Math.max(b.source - (a.source + a.length), a.source - (b.source + b.length));
  // Seeds that share more than chance words say one thing twice: they belong to two passages.
  return Math.abs(apart) <= gap && apart >= -TOUCH && sourceApart <= gap && sourceApart >= -TOUCH;
}

/** Words that neighbouring seeds may have in common, because the words beside a change are alike by chance. */
const TOUCH = 4;

/** Disjoint sets (Galler, Fischer 1964) that know how far they reach. */
class Chains {
  /** For each seed, the end of the furthest of all up to it. */
  readonly furthest: Float64Array;
  readonly #seeds: readonly Seed[];
  readonly #parents: Int32Array;
  readonly #starts: Float64Array;
  readonly #sourceEnds: Float64Array;

  constructor(seeds: readonly Seed[]) {
    this.#seeds = seeds;
    this.#parents = Int32Array.from(seeds, (_, i) => i);
    this.#starts = Float64Array.from(seeds, ({ start }) => start);
    this.#sourceEnds = Float64Array.from(seeds, ({ source, length }) => source + length);
    this.furthest = Float64Array.from(seeds, ({ start, length }) => start + length);
    for (let i = 1; i < seeds.length; i++) {
      this.furthest[i] = Math.max(this.furthest[i]!, this.furthest[i - 1]!);
    }
  }

  /** Makes one chain of two, unless it would overlap its own source. */
  join(a: number, b: number, isOwn: boolean): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    if (first === second) return;
    const start = Math.min(this.#starts[first]!, this.#starts[second]!);
    const sourceEnd = Math.max(this.#sourceEnds[first]!, this.#sourceEnds[second]!);
    if (isOwn && sourceEnd > start) return;
    const [parent, child] = first < second ? [first, second] : [second, first];
    this.#parents[child] = parent;
    this.#starts[parent] = start;
    this.#sourceEnds[parent] = sourceEnd;
  }

  all(): readonly (readonly Seed[])[] {
    const chains = new Map<number, Seed[]>();
    this.#seeds.forEach((seed, i) => {
      const root = this.#root(i);
      const chain = chains.get(root);
      if (chain) chain.push(seed);
      else chains.set(root, [seed]);
    });
    return [...chains.values()];
  }

  #root(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]!]!;
      root = this.#parents[root]!;
    }
    return root;
  }
}
