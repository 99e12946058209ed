import { aligned, inverse } from "./alignment.ts";
import { copyOf, type Copy } from "./copy.ts";
import type { Indexed } from "../grams/gram-index.ts";
import { idiomsIn } from "./idioms.ts";
import type { Limits } from "../options.ts";
import { promises } from "./promise.ts";
import type { Seed } from "./seeds.ts";
import { withoutStrays, type Sides } from "./strays.ts";
import type { Run, Stretch, Text } from "../texts.ts";

/** Of the words of the shortest passage, those that a passage must be worth: the shorter it is, the more alike. */
const LEAST_SHARE_WORTH = 0.5;
/** What a word is worth that has an equal. */
const WORTH = 1;
/** The same where its neighbours have none, or many texts say so: all say "the" and "at the end of the day". */
const LITTLE_WORTH = 0.5;
/** What a word costs that has no equal: those at an end must be worth more than what lies before the passage. */
const PRICE = 0.7;
/** The same of a word that was put in: between words whose equals stand side by side. */
const PRICE_PUT_IN = 0.05;
/** Words that may lie between those equals: a chance word or two are changed where a sentence is put in. */
const NEARLY_SIDE_BY_SIDE = 2;

/** Two ends of a passage are settled after a few rounds: what one side loses the other one may lose too. */
const MOST_ROUNDS = 4;

/** Two texts, or one twice. */
export interface Pair {
  readonly later: Indexed;
  readonly earlier: Indexed;
}

/**
 * The copy that a chain is part of: its words and those around it are paired, and both ends put where the most is
 * said twice and the least only once. Undefined where that is too short, or too little alike.
 */
export function copyAround(
  { later, earlier }: Pair,
  chain: readonly Seed[],
  limits: Limits,
): Copy | undefined {
  const [own, source] = surroundings(later.text, earlier.text, chain, limits);
  if (!promises(own, source, limits.minWords)) return undefined;
  const partners = aligned(own, source);
  const idioms = idiomsIn(later, earlier, own, limits);
  const isIdiom = (word: number): boolean => idioms[word] === 1;
  const worths = worthsOf(partners, isIdiom);
  const back = inverse(partners, source.length);

  const sourceWorths = worthsOf(back, (word) => isIdiom(back[word]!));

  let ends: Worthy = { start: 0, end: own.length, worth: 0 };
  let sourceEnds: Worthy = { start: 0, end: source.length, worth: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const trimmed = worthiest(partners, worths, ends, sourceEnds);
    const sourceTrimmed = worthiest(back, sourceWorths, sourceEnds, trimmed);
    const isSettled = isSame(ends, trimmed) && isSame(sourceEnds, sourceTrimmed);
    [ends, sourceEnds] = [trimmed, sourceTrimmed];
    if (isSettled) break;
  }
  if (Math.min(ends.worth, sourceEnds.worth) < LEAST_SHARE_WORTH * limits.minWords)
    return undefined;
  const passageIn = ([within, sourceWithin]: Sides): Copy | undefined => {
    const partnerOf = (word: number): number => {
      const partner = partners[word + within.start]!;
      return partner < sourceWithin.end ? partner - sourceWithin.start : -1;
    };
    return copyOf(part(own, within), part(source, sourceWithin), partnerOf, limits);
  };
  const trimmed = withoutStrays(
    { run: own, ends, partners },
    { run: source, ends: sourceEnds, partners: back },
  );
  const copy = passageIn(trimmed) ?? passageIn([ends, sourceEnds]);
  return copy?.kind === "reworked" ? undefined : copy;
}

/** A chain's words on both sides with as many around them as a passage has; never overlapping. */
function surroundings(
  later: Text,
  earlier: Text,
  chain: readonly Seed[],
  { minWords }: Limits,
): readonly [Run, Run] {
  let [first, last, from, to] = [Infinity, 0, Infinity, 0];
  for (const { start, source, length } of chain) {
    first = Math.min(first, start);
    last = Math.max(last, start + length);
    from = Math.min(from, source);
    to = Math.max(to, source + length);
  }
  // In one text the words between source and copy go half to either.
  const middle = later === earlier ? (to + first) >> 1 : undefined;
  const start = Math.max(first - minWords, middle ?? 0);
  const end = Math.min(last + minWords, later.words.count);
  const sourceStart = Math.max(from - minWords, 0);
  const sourceEnd = Math.min(to + minWords, middle ?? earlier.words.count);
  return [
    { text: later, start, length: end - start },
    { text: earlier, start: sourceStart, length: sourceEnd - sourceStart },
  ];
}

/** What each word is worth; what it costs, below 0. */
function worthsOf(partners: Int32Array, isIdiom: (word: number) => boolean): Float64Array {
  const worths = new Float64Array(partners.length).fill(-PRICE);
  let last = -1;
  partners.forEach((partner, i) => {
    if (partner < 0) return;
    const follows = partners[i - 1] === partner - 1 && partner > 0;
    const goesOn = partners[i + 1] === partner + 1;
    worths[i] = (follows || goesOn) && !isIdiom(i) ? WORTH : LITTLE_WORTH;
    const between = last < 0 ? Infinity : Math.abs(partner - partners[last]!) - 1;
    if (between <= NEARLY_SIDE_BY_SIDE) worths.fill(-PRICE_PUT_IN, last + 1, i);
    last = i;
  });
  return worths;
}

interface Worthy extends Stretch {
  readonly worth: number;
}

/** The stretch of words that is worth the most (Bentley 1984): of those whose partners lie in the other side's. */
function worthiest(
  partners: Int32Array,
  worths: Float64Array,
  within: Stretch,
  others: Stretch,
): Worthy {
  let best: Worthy = { start: within.start, end: within.start, worth: 0 };
  let [worth, start] = [0, within.start];
  for (let i = within.start; i < within.end; i++) {
    const isPaired = partners[i]! >= others.start && partners[i]! < others.end;
    worth += isPaired || worths[i]! < 0 ? worths[i]! : -PRICE;
    if (worth <= 0) {
      worth = 0;
      start = i + 1;
    } else if (worth > best.worth) {
      best = { start, end: i + 1, worth };
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
