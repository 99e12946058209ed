import { LEAST_SIMILARITY, type Copy } from "../pair/copy.ts";
import type { Limits } from "../options.ts";
import { Taken } from "./taken.ts";
import { endOf, isLongEnough, overlapOf, type Run } from "../texts.ts";

/**
 * Of the copies of one text those that a report is to tell: no word is told twice. Where copies overlap, the one that
 * says more of what was said before wins, then the one with the earliest source; what says the same as it becomes one
 * more source of it. What reaches beyond it is cut, and of an edited copy the exact parts are left.
 *
 * @param copies of one text, the ones with earlier sources first
 * @returns the copies in the order of their places
 */
export function toldOf(copies: readonly Copy[], limits: Limits): readonly Copy[] {
  const chosen: Choice[] = [];
  const taken = new Taken<Choice>(limits.minWords);
  const choose = (copy: Copy): void => {
    const choice = { copy };
    chosen.push(choice);
    taken.add(copy.run, choice);
  };
  for (const copy of copies.toSorted((a, b) => weightOf(b) - weightOf(a) || rank(a) - rank(b))) {
    const rivals = taken.overlapping(copy.run);
    const same = rivals.find((rival) => saysTheSame(copy.run, rival.copy.run));
    if (same) same.copy = withSource(same.copy, copy);
    else if (copy.kind === "exact") cutTo(copy, rivals, limits).forEach(choose);
    else {
      const whole = trimmedTo(copy, rivals, limits);
      if (whole) choose(whole);
      else
        for (const part of copy.parts)
          cutTo(part, taken.overlapping(part.run), limits).forEach(choose);
    }
  }
  return chosen.map(({ copy }) => copy).toSorted((a, b) => a.run.start - b.run.start);
}

interface Choice {
  copy: Copy;
}

/** How much more a word of an exact copy says: no reader takes it for chance. */
const EXACT = 1.1;

const weightOf = ({ kind, equal }: Copy): number => (kind === "exact" ? EXACT * equal : equal);

const rank = ({ kind }: Copy): number => (kind === "exact" ? 0 : kind === "edited" ? 1 : 2);

/** The share of two runs that must be common for them to be one passage. */
const COMMON = 0.8;

/** Whether two runs of a text are the same but for their ends. */
export function saysTheSame(a: Run, b: Run): boolean {
  return overlapOf(a, b) >= COMMON * Math.max(a.length, b.length);
}

function withSource(copy: Copy, other: Copy): Copy {
  if (copy.kind !== "exact") {
    // What the same text said just before the other one may reach into this one, which begins a little sooner.
    const before = other.sources.filter((source) => overlapOf(source, copy.run) === 0);
    return { ...copy, sources: [...copy.sources, ...before] };
  }
  const offset = copy.run.start - other.run.start;
  const isWhole = other.kind === "exact" && offset >= 0 && endOf(other.run) >= endOf(copy.run);
  if (!isWhole) return copy;
  const equal = other.sources.map(({ text, start }) => ({
    text,
    start: start + offset,
    length: copy.run.length,
  }));
  return { ...copy, sources: [...copy.sources, ...equal] };
}

/** An edited copy without the few words at its ends that others say; undefined where these are more than a few. */
function trimmedTo(copy: Copy, rivals: readonly Choice[], limits: Limits): Copy | undefined {
  if (rivals.length === 0) return copy;
  const parts = freeParts(
    copy.run,
    rivals.map((rival) => rival.copy.run),
  );
  const run = parts.find(({ length }) => copy.run.length - length <= limits.edge);
  if (!run || !isLongEnough(run, limits)) return undefined;
  const equal = copy.equal - (copy.run.length - run.length);
  const similarity = (2 * equal) / (run.length + copy.sources[0]!.length);
  const isAlike = copy.kind === "reworked" || similarity >= LEAST_SIMILARITY;
  return isAlike ? { ...copy, run, equal, similarity } : undefined;
}

/** The parts of an exact copy that are free. */
function cutTo(copy: Copy, rivals: readonly Choice[], limits: Limits): readonly Copy[] {
  if (rivals.length === 0) return [copy];
  const { run, sources } = copy;
  return freeParts(
    run,
    rivals.map((rival) => rival.copy.run),
  )
    .filter((part) => isLongEnough(part, limits))
    .map((part) => {
      const moved = ({ text, start }: Run): Run => ({
        text,
        start: start + part.start - run.start,
        length: part.length,
      });
      return { ...copy, run: part, sources: sources.map(moved), equal: part.length };
    });
}

/** What some runs leave of another one. */
export function freeParts(run: Run, others: readonly Run[]): readonly Run[] {
  const taken = others.toSorted((a, b) => a.start - b.start);
  const starts = [run.start, ...taken.map(endOf)];
  const ends = [...taken.map(({ start }) => start), endOf(run)];
  return starts
    .map((start, i) => ({ text: run.text, start, length: ends[i]! - start }))
    .filter(({ length }) => length > 0);
}
