import type { Limits } from "../options.ts";
import { isLongEnough, isSameWord } from "../texts.ts";
import type { Text } from "../texts.ts";

/** Equal words in a row in two texts, or at two places of one. */
export interface Match {
  /** Index of the first word in the later text. */
  readonly start: number;
  /** Index of the first word in the earlier one. */
  readonly source: number;
  readonly length: number;
}

/** A word, and the words that a match around it may take: `to` is exclusive. */
export interface Spot {
  readonly text: Text;
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

/** The equal words around two spots, as far as they reach: not into the match's own source. */
export function matchAt(spot: Spot, source: Spot, limits: Limits): Match {
  const { text, place } = spot;
  const isOwn = source.text === text;
  const longest = isOwn ? place - source.place : Infinity;
  const back = Math.min(longest, place - spot.from, source.place - source.from);
  let before = 0;
  while (
    before < back &&
    isSameWord(text, place - before - 1, source.text, source.place - before - 1)
  ) {
    before++;
  }

  const start = place - before;
  const from = source.place - before;
  const most = Math.min(longest, spot.to - start, source.to - from);
  let length = before;
  while (length < most && isSameWord(text, start + length, source.text, from + length)) {
    if (isOwn && isSaidTwice(text, from, length, limits)) break;
    length++;
  }
  return { start, source: from, length };
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
 * The longest of the matches that start first, if it is a passage. "First" forgives less than a passage's length, so
 * that no passage is lost to a longer match that starts behind it.
 */
export function passageAmong<T extends Match>(
  matches: readonly T[],
  text: Text,
  limits: Limits,
): T | undefined {
  if (!matches.some(({ length }) => length >= limits.minWords)) return undefined;
  const first = Math.min(...matches.map(({ start }) => start));
  const early = matches.filter(({ start }) => start < first + limits.minWords);
  const longest = Math.max(...early.map(({ length }) => length));
  const match = early.find(({ length }) => length === longest);
  return match && isLongEnough({ text, ...match }, limits) ? match : undefined;
}

export const covers = (outer: Match, inner: Match): boolean =>
  outer.start <= inner.start && outer.start + outer.length >= inner.start + inner.length;
