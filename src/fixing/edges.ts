import type { Span } from "../text/span.ts";
import { lineEnd, lineStart, proseWords, type Original, type Pair } from "./original.ts";
import { neighbouringLines } from "./neighbours.ts";

/** Where a cut may begin and end, the likeliest first. */
export interface Edges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Without what was copied along, a copy would leave that behind: where there is some, a cut goes around it and nowhere else.
 * A passage is told from its first word to its last. Around it stand its own marks, quotation marks, the signs of a list,
 * and the end of the sentence before, perhaps without a space.
 */
export function edgesOf(original: Original, pair: Pair): Edges {
  return { starts: startsOf(original, pair), ends: endsOf(original, pair) };
}

function startsOf(original: Original, pair: Pair): readonly number[] {
  const { copy } = pair;
  const line = lineStart(original, copy.start);
  const before = proseWords(original, line, copy.start);
  const lastWord = before.count > 0 ? before.ends[before.count - 1]! : undefined;
  const gap = { start: lastWord ?? line, end: copy.start };
  const whole = lastWord === undefined ? [neighbouringLines(original, pair).start] : [];
  if (whole.some((start) => start < line)) return whole;
  const later = beginsSentence(original, copy.start) ? [] : [afterFirstWords(original, copy)];
  return [...whole, ...placesIn(original, gap, "end").toReversed(), ...later.filter(isKnown)];
}

function endsOf(original: Original, pair: Pair): readonly number[] {
  const { copy } = pair;
  const words = proseWords(original, copy.start, copy.end);
  const lastWord = words.count > 0 ? words.ends[words.count - 1]! : copy.end;
  const line = lineEnd(original, copy.end);
  const behind = proseWords(original, lastWord, line);
  const gap = { start: lastWord, end: behind.count > 0 ? behind.starts[0]! : line };
  const whole = behind.count === 0 ? [neighbouringLines(original, pair).end] : [];
  if (whole.some((end) => end > line)) return whole;
  const isEnd = behind.count === 0 || ENDS.test(original.text.slice(gap.start, gap.end));
  const earlier = isEnd ? [] : [beforeLastWords(original, copy)];
  return [...whole, ...placesIn(original, gap, "start"), ...earlier.filter(isKnown)];
}

const isKnown = (place: number | undefined): place is number => place !== undefined;

/** Places in a gap between two words: at one edge of its white space, where it has some; else all. */
function placesIn(original: Original, { start, end }: Span, edge: keyof Span): readonly number[] {
  const { text, skips } = original;
  const isSkipped = (at: number): boolean => skips.some((skip) => skip.start < at && at < skip.end);
  const spaces = Array.from(text.slice(start, end).matchAll(/\s+/gu), ({ 0: space, index }) => ({
    start: start + index,
    end: start + index + space.length,
  })).filter((space) => !isSkipped(space.end));
  if (spaces.length > 0) return spaces.map((space) => space[edge]);
  const places = Array.from({ length: end - start + 1 }, (_, i) => start + i);
  return places.filter((at) => !isSkipped(at) && !/^[\udc00-\udfff]/.test(text.charAt(at)));
}

/** Neighbours that are equal by chance are few. */
const MOST_BY_CHANCE = 5;

/** Behind what two sentences have in common at their ends: the sentence before was another one. */
function afterFirstWords(original: Original, { start, end }: Span): number | undefined {
  const [found] = original.text.slice(start, end).matchAll(SENTENCE_END);
  if (!found) return undefined;
  const after = start + found.index + found[0].length;
  return proseWords(original, start, after).count <= MOST_BY_CHANCE ? after : undefined;
}

/** The same at the end, where another sentence begins with the same words. */
function beforeLastWords(original: Original, { start, end }: Span): number | undefined {
  const found = [...original.text.slice(start, end).matchAll(SENTENCE_END)].at(-1);
  if (!found) return undefined;
  const before = start + found.index + found[0].trimEnd().length;
  return proseWords(original, before, end).count <= MOST_BY_CHANCE ? before : undefined;
}

const SENTENCE_END = /[.!?…]+["'”’»)\]*_]*\s+|[。！？]+["'”’」』）】]*\s*|\s*[\r\n]\s*/gu;
const ENDS = /[.!?…。！？]/u;
/** How what comes before a sentence ends: with another sentence, or a line. */
const BEGINS = /(?:^|[\r\n]|[.!?…。！？]["'”’»)\]*_]*)[\s>#*+"'“‘„«([_¿¡–—-]*$/u;
const NEAR = 60;

const beginsSentence = ({ text, body }: Original, at: number): boolean =>
  BEGINS.test(text.slice(Math.max(body.start, at - NEAR), at));
