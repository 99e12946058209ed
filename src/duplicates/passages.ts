import { createHash } from "node:crypto";
import type { Span } from "../text/span.ts";
import type { Copy } from "./copies.ts";
import type { Passage } from "./passage.ts";
import type { Limits } from "./options.ts";
import { compareProses, foldedWord, isLongEnough } from "./texts.ts";
import type { Run } from "./texts.ts";

/** Copies of one source, with the words that they have in common. */
interface Family {
  /** The source run that all members share. */
  common: Run;
  /** The source run that any of them reaches to. */
  start: number;
  end: number;
  readonly members: Copy[];
}

/**
 * Makes copies of the same words one passage. Its places are in order of time and never overlap; passages
 * are in the order of their last places.
 */
export function passagesOf(copies: readonly Copy[], limits: Limits): readonly Passage[] {
  const bySource = groupBy(copies, ({ sources }) => sources[0]!.text);
  const families = [...bySource.values()].flatMap((group) => familiesOf(group, limits));
  const byWords = groupBy(families, ({ common }) => fingerprintOf(common));
  return [...byWords]
    .map(([fingerprint, group]) => ({ fingerprint, runs: placesOf(group) }))
    .toSorted((a, b) => byTime(a.runs.at(-1)!, b.runs.at(-1)!))
    .map(({ fingerprint, runs }) => ({
      kind: "exact",
      words: runs[0]!.length,
      similarity: 1,
      places: runs.map((run) => ({ id: run.text.prose.id, span: spanOf(run) })),
      fingerprint,
    }));
}

/**
 * Brings together the copies of one text whose ends differ only by chance: where two copies of a signature
 * happen to stand behind the same word, they are still the signature.
 */
function familiesOf(copies: readonly Copy[], limits: Limits): readonly Family[] {
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
  return { common, start: common.start, end: common.start + common.length, members: [copy] };
}

/** Adds a copy to a family where it belongs there; else answers false. */
function takesIn(family: Family, copy: Copy, limits: Limits): boolean {
  const { text, start, length } = copy.sources[0]!;
  const widest = Math.max(family.end, start + length) - Math.min(family.start, start);
  const commonStart = Math.max(family.common.start, start);
  const commonEnd = Math.min(family.common.start + family.common.length, start + length);
  const common = { text, start: commonStart, length: commonEnd - commonStart };
  if (widest - common.length > limits.edge || !isLongEnough(common, limits)) return false;

  family.common = common;
  family.start = Math.min(family.start, start);
  family.end = Math.max(family.end, start + length);
  family.members.push(copy);
  return true;
}

const placesOf = (families: readonly Family[]): readonly Run[] =>
  apart(families.flatMap(runsOf)).toSorted(byTime);

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

/** Leaves out every run that overlaps one before it in the list; all are of one length. */
function apart(runs: readonly Run[]): readonly Run[] {
  // Starts of runs that don't overlap are a length apart: a bucket of that width holds one at most.
  const taken = new Map<string, number>();
  return runs.filter(({ text, start, length }) => {
    const bucket = Math.floor(start / length);
    const key = (offset: number): string => `${bucket + offset} ${text.prose.id}`;
    const neighbours = [taken.get(key(-1)), taken.get(key(0)), taken.get(key(1))];
    if (neighbours.some((other) => other !== undefined && Math.abs(other - start) < length)) {
      return false;
    }
    taken.set(key(0), start);
    return true;
  });
}

/** From the first word to the last, with the punctuation directly after it on the same line. */
function spanOf({ text, start, length }: Run): Span {
  const end = text.words.ends[start + length - 1]!;
  closing.lastIndex = end;
  const punctuation = closing.exec(text.text)![0].length;
  return {
    start: text.words.starts[start]!,
    end: Math.min(end + punctuation, firstSkipAfter(text.skip, end)),
  };
}

/** Punctuation that ends something; an opening bracket belongs to what follows. */
const closing = /(?:(?!\p{Ps})\p{P})*/uy;

/** Where the first skipped span begins that isn't before `offset`. */
function firstSkipAfter(skip: readonly Span[], offset: number): number {
  let low = 0;
  let high = skip.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (skip[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return skip[low]?.start ?? Infinity;
}

/** Sixteen hex digits; the first is a letter, so that no YAML reader takes them for a number. */
function fingerprintOf({ text, start, length }: Run): string {
  const hash = createHash("sha256");
  for (let i = start; i < start + length; i++) hash.update(`${foldedWord(text, i)} `);
  const hex = hash.digest("hex").slice(0, 16);
  return (10 + (parseInt(hex[0]!, 16) % 6)).toString(16) + hex.slice(1);
}

const bySource = (a: Copy, b: Copy): number =>
  a.sources[0]!.start - b.sources[0]!.start || a.sources[0]!.length - b.sources[0]!.length;

const byTime = (a: Run, b: Run): number =>
  compareProses(a.text.prose, b.text.prose) || a.start - b.start;

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
