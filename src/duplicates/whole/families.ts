import type { Copy } from "../pair/copy.ts";
import { groupBy } from "../../text/group-by.ts";
import type { Limits } from "../options.ts";
import { Taken } from "./taken.ts";
import { endOf, isLongEnough, type Run } from "../texts.ts";

/** Copies of the same words. */
interface Family {
  /** What all of them share, in the text that said it first. */
  common: Run;
  /** First and last words of the widest of them, in that text. */
  start: number;
  end: number;
  readonly members: Copy[];
}

/**
 * Brings together the exact copies of one text whose ends differ only by chance: where two copies of a signature
 * happen to stand behind the same word, they are still the signature.
 *
 * @returns for each family the runs that say the same words, of one length: the source first, then its copies
 */
export function familiesOf(copies: readonly Copy[], limits: Limits): readonly (readonly Run[])[] {
  const bySource = groupBy(copies, ({ sources }) => sources[0]!.text);
  return [...bySource.values()].flatMap((group) => familiesIn(group, limits).map(runsOf));
}

function familiesIn(copies: readonly Copy[], limits: Limits): readonly Family[] {
  const families: Family[] = [];
  let open: readonly Family[] = [];
  for (const copy of copies.toSorted(bySource)) {
    open = open.filter(({ start }) => start + limits.edge >= copy.sources[0]!.start);
    if (open.some((family) => takesIn(family, copy, limits))) continue;
    const family = familyOf(copy);
    families.push(family);
    open = [...open, family];
  }
  return families;
}

function familyOf(copy: Copy): Family {
  const common = copy.sources[0]!;
  return { common, start: common.start, end: endOf(common), members: [copy] };
}

/** Adds a copy to a family where it belongs there; else answers false. */
function takesIn(family: Family, copy: Copy, limits: Limits): boolean {
  const source = copy.sources[0]!;
  const widest = Math.max(family.end, endOf(source)) - Math.min(family.start, source.start);
  const start = Math.max(family.common.start, source.start);
  const end = Math.min(endOf(family.common), endOf(source));
  const common = { text: source.text, start, length: end - start };
  if (widest - common.length > limits.edge || !isLongEnough(common, limits)) return false;

  family.common = common;
  family.start = Math.min(family.start, source.start);
  family.end = Math.max(family.end, endOf(source));
  family.members.push(copy);
  return true;
}

/** The source, the copies, then what else was found to say the same. */
function runsOf({ common, members }: Family): readonly Run[] {
  const trimmed = (run: Run, copy: Copy): Run => ({
    text: run.text,
    start: run.start + common.start - copy.sources[0]!.start,
    length: common.length,
  });
  const copies = members.map((copy) => trimmed(copy.run, copy));
  const others = members.flatMap((copy) => copy.sources.slice(1).map((run) => trimmed(run, copy)));
  return [common, ...copies, ...others];
}

/**
 * Leaves out every run that overlaps one before it in the list.
 *
 * @param shortened what is to stay of such a run, in view of those that it overlaps; usually nothing
 */
export function apart(
  runs: readonly Run[],
  shortened: (run: Run, others: readonly Run[]) => Run | undefined = () => undefined,
): readonly Run[] {
  const shortest = runs.reduce((least, { length }) => Math.min(least, length), Infinity);
  const taken = new Taken<Run>(shortest);
  return runs.flatMap((run) => {
    const others = taken.overlapping(run);
    const kept = others.length === 0 ? run : shortened(run, others);
    if (!kept) return [];
    taken.add(kept, kept);
    return [kept];
  });
}

const bySource = (a: Copy, b: Copy): number =>
  a.sources[0]!.start - b.sources[0]!.start || a.sources[0]!.length - b.sources[0]!.length;
