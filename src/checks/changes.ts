import type { Change } from "../diagnostics/diagnostic.ts";
import { differencesBetween, type Excerpt } from "../duplicates/index.ts";
import { groupBy } from "../text/group-by.ts";
import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";

/** Words that only one of two places has, with where they stand in it. */
interface Lone {
  readonly span: Span;
  /** How many words before it the other place has too. */
  readonly rank: number;
  /** The words directly around it, which the other place has too. */
  readonly neighbours: string;
}

/**
 * What has changed between two places, in the order of reading. Lone words of both that stand between the same
 * two neighbours replaced each other, also where their sentence has moved.
 */
export function changesBetween(here: Excerpt, there: Excerpt): readonly Change[] {
  const { a, b } = differencesBetween(here, there);
  const theirs = lonesOf(there, b);
  const unpaired = new Set(theirs);
  const byNeighbours = groupBy(theirs, ({ neighbours }) => neighbours);

  const ranked = lonesOf(here, a).map(({ span, rank, neighbours }) => {
    const alike = byNeighbours.get(neighbours) ?? [];
    const partner = nearestTo(
      rank,
      alike.filter((lone) => unpaired.has(lone)),
    );
    if (partner) unpaired.delete(partner);
    const change: Change = { here: span, ...(partner && { there: partner.span }) };
    return { rank, change };
  });
  for (const { span, rank } of unpaired) ranked.push({ rank, change: { there: span } });
  return ranked.toSorted((x, y) => x.rank - y.rank).map(({ change }) => change);
}

function nearestTo(rank: number, lones: readonly Lone[]): Lone | undefined {
  const distance = (lone: Lone): number => Math.abs(lone.rank - rank);
  return lones.toSorted((x, y) => distance(x) - distance(y))[0];
}

function lonesOf({ prose, span }: Excerpt, spans: readonly Span[]): readonly Lone[] {
  const { count, starts, ends, hashes } = wordsOf(prose.text, span, prose.skip);
  let at = 0;
  let lone = 0;
  return spans.map((found) => {
    while (starts[at]! < found.start) at++;
    const first = at;
    while (at < count && ends[at]! <= found.end) at++;
    const rank = first - lone;
    lone += at - first;
    const before = first === 0 ? "" : hashes[first - 1];
    const after = at === count ? "" : hashes[at];
    return { span: found, rank, neighbours: `${before} ${after}` };
  });
}
