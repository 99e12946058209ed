import { Candidates } from "./candidates.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import type { Limits } from "./options.ts";
import type { Shared } from "./shared.ts";
import { isLongEnough, isSameWord } from "./texts.ts";
import type { Run, Text } from "./texts.ts";

/** A run of words that was said before. */
export interface Copy {
  readonly run: Run;
  /** Earlier runs of the same words and length, earliest first: at least one. */
  readonly sources: readonly Run[];
}

/** An equal run in an earlier place: `run` stands in the text being read, `source` before it. */
interface Match {
  readonly run: Run;
  readonly source: Run;
}

/**
 * Reads the texts in order of time and covers each, from left to right, with the longest runs that were said
 * before: the factorisation of Lempel and Ziv (1977), kept to runs that are long enough. Runs of one text
 * never overlap each other or their own source, so the work grows in line with the words.
 */
export function copiesIn(texts: readonly Text[], shared: Shared, limits: Limits): readonly Copy[] {
  const candidates = new Candidates(shared);
  return texts.flatMap((_, index) => copiesOf(index, texts, candidates, limits));
}

function copiesOf(
  index: number,
  texts: readonly Text[],
  candidates: Candidates,
  limits: Limits,
): readonly Copy[] {
  const text = texts[index]!;
  const { count, values, places } = fingerprintsOf(text.words, limits);
  const copies: Copy[] = [];
  let free = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    if (place >= free) {
      const matches = candidates
        .of(values[i]!)
        .map((from) => matchAt({ text, place, free }, texts[from.text]!, from.place, limits));
      const copy = bestOf(matches, limits);
      if (copy) {
        copies.push(copy);
        free = copy.run.start + copy.run.length;
      }
    }
    candidates.add(values[i]!, { text: index, place });
  }
  return copies;
}

/** A word of a text that is being read; the words before `free` belong to copies already. */
interface Spot {
  readonly text: Text;
  readonly place: number;
  readonly free: number;
}

/** The equal run around a spot, as far as it reaches: not into another copy, and not into its own source. */
function matchAt(spot: Spot, source: Text, sourcePlace: number, limits: Limits): Match {
  const { text, place, free } = spot;
  const longest = source === text ? place - sourcePlace : Infinity;
  let before = 0;
  while (
    before < longest &&
    place - before > free &&
    sourcePlace - before > 0 &&
    isSameWord(text, place - before - 1, source, sourcePlace - before - 1)
  ) {
    before++;
  }

  const start = place - before;
  const sourceStart = sourcePlace - before;
  let length = before;
  while (
    length < longest &&
    start + length < text.words.count &&
    sourceStart + length < source.words.count &&
    isSameWord(text, start + length, source, sourceStart + length)
  ) {
    if (source === text && isSaidTwice(text, sourceStart, length, limits)) break;
    length++;
  }
  return { run: { text, start, length }, source: { text: source, start: sourceStart, length } };
}

/**
 * Whether a run is followed by itself: then it is a source without what follows. Of four copies in a row the
 * third and the fourth are copies of the first, not together a copy of the first two.
 */
function isSaidTwice(text: Text, start: number, length: number, { minWords }: Limits): boolean {
  const again = start + length;
  if (length < minWords || again + length > text.words.count) return false;
  const { hashes } = text.words;
  for (let i = 0; i < length; i++) if (hashes[start + i] !== hashes[again + i]) return false;
  return true;
}

/**
 * The longest of the matches that start first. "First" forgives less than a passage's length, so that no
 * passage is lost to a longer match that starts behind it.
 */
function bestOf(matches: readonly Match[], limits: Limits): Copy | undefined {
  const first = Math.min(...matches.map(({ run }) => run.start));
  const early = matches.filter(({ run }) => run.start < first + limits.minWords);
  const longest = Math.max(...early.map(({ run }) => run.length));
  const run = early.find(({ run }) => run.length === longest)?.run;
  if (!run || !isLongEnough(run, limits)) return undefined;

  const sources = matches
    .filter((match) => covers(match.run, run))
    .map(({ run: { start }, source }) => ({
      ...source,
      start: source.start + run.start - start,
      length: run.length,
    }));
  return { run, sources };
}

const covers = (outer: Run, inner: Run): boolean =>
  outer.start <= inner.start && outer.start + outer.length >= inner.start + inner.length;
