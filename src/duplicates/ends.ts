import { aligned } from "./alignment.ts";
import { exactCopy, type Copy } from "./copy.ts";
import type { Limits } from "./options.ts";
import { promises } from "./promise.ts";
import type { Seed } from "./seeds.ts";
import { isLongEnough, type Run, type Stretch, type Text } from "./texts.ts";

/** Less alike, two passages are told by `reworked`: more than every third word is another. */
export const LEAST_SIMILARITY = 0.6;

/**
 * What a word that stands alone costs, where one with an equal is worth 1: words at an end, and alike by chance, must
 * be worth more than what lies between them and the passage.
 */
const PRICE = 0.7;

/** Two ends of a passage are settled after a few rounds: what one side loses the other one may lose too. */
const MOST_ROUNDS = 4;

/**
 * The copy that a chain is part of: its words and those around it are paired, and both ends put where the most is
 * said twice and the least only once. Undefined where that is too short, or too little alike.
 */
export function copyAround(
  later: Text,
  earlier: Text,
  chain: readonly Seed[],
  limits: Limits,
): Copy | undefined {
  const [own, source] = surroundings(later, earlier, chain, limits);
  if (!promises(own, source, limits.minWords)) return undefined;
  const partners = aligned(own, source);
  const back = new Int32Array(source.length).fill(-1);
  partners.forEach((j, i) => {
    if (j >= 0) back[j] = i;
  });

  let ends: Stretch = { start: 0, end: own.length };
  let sourceEnds: Stretch = { start: 0, end: source.length };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const trimmed = worthiest(partners, ends, sourceEnds);
    const sourceTrimmed = worthiest(back, sourceEnds, trimmed);
    const isSettled = isSame(ends, trimmed) && isSame(sourceEnds, sourceTrimmed);
    [ends, sourceEnds] = [trimmed, sourceTrimmed];
    if (isSettled) break;
  }
  return copyOf(part(own, ends), part(source, sourceEnds), limits, (i) => {
    const partner = partners[i + ends.start]!;
    return partner >= sourceEnds.start && partner < sourceEnds.end
      ? partner - sourceEnds.start
      : -1;
  });
}

/** The copy of a source, if both are long enough and enough alike. */
function copyOf(
  run: Run,
  source: Run,
  limits: Limits,
  partnerOf: (word: number) => number,
): Copy | undefined {
  if (!isLongEnough(run, limits) || !isLongEnough(source, limits)) return undefined;
  let equal = 0;
  let isInOrder = run.length === source.length;
  for (let i = 0; i < run.length; i++) {
    const partner = partnerOf(i);
    if (partner >= 0) equal++;
    if (partner !== i) isInOrder = false;
  }
  if (isInOrder) return exactCopy(run, [source]);
  const similarity = (2 * equal) / (run.length + source.length);
  if (similarity < LEAST_SIMILARITY) return undefined;
  return { kind: "edited", run, sources: [source], equal, similarity, parts: [] };
}

/** A chain's words on both sides with as many around them as a passage has, in its stretch; never overlapping. */
function surroundings(
  later: Text,
  earlier: Text,
  chain: readonly Seed[],
  { minWords }: Limits,
): readonly [Run, Run] {
  const { within, sourceWithin } = chain[0]!;
  const first = Math.min(...chain.map(({ start }) => start));
  const last = Math.max(...chain.map(({ start, length }) => start + length));
  const from = Math.min(...chain.map(({ source }) => source));
  const to = Math.max(...chain.map(({ source, length }) => source + length));
  // In one text the words between source and copy go half to either.
  const middle = later === earlier ? (to + first) >> 1 : undefined;
  const start = Math.max(first - minWords, middle ?? within.start, within.start);
  const end = Math.min(last + minWords, within.end);
  const sourceStart = Math.max(from - minWords, sourceWithin.start);
  const sourceEnd = Math.min(to + minWords, middle ?? sourceWithin.end, sourceWithin.end);
  return [
    { text: later, start, length: end - start },
    { text: earlier, start: sourceStart, length: sourceEnd - sourceStart },
  ];
}

/** The stretch of words that is worth the most (Bentley 1984): of those whose partners lie in the other side's. */
function worthiest(partners: Int32Array, within: Stretch, others: Stretch): Stretch {
  let best: Stretch = { start: within.start, end: within.start };
  let [most, worth, start] = [0, 0, within.start];
  for (let i = within.start; i < within.end; i++) {
    const isPaired = partners[i]! >= others.start && partners[i]! < others.end;
    worth += isPaired ? 1 : -PRICE;
    if (worth <= 0) {
      worth = 0;
      start = i + 1;
    } else if (worth > most) {
      most = worth;
      best = { start, end: i + 1 };
    }
  }
  return best;
}

const part = ({ text, start }: Run, ends: Stretch): Run => ({
  text,
  start: start + ends.start,
  length: ends.end - ends.start,
});

const isSame = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end;
