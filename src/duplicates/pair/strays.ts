import { startsSentence } from "../sentence-starts.ts";
import { foldedWord, type Run, type Stretch } from "../texts.ts";

/**
 * Words that two sentences begin or end with alike by chance: "The", "It". The number of a list's item is none. With two,
 * PAN's obfuscated passages lose more than they gain.
 */
const MOST_STRAYS = 1;
const NUMBER = /^\p{Nd}+$/u;

/** A run of words, those of them that are the passage, and for each the index of its equal in the other run. */
export interface Side {
  readonly run: Run;
  readonly ends: Stretch;
  readonly partners: Int32Array;
}

/** Where both sides of a passage lie. */
export type Sides = readonly [Stretch, Stretch];

/**
 * The ends without what is of the passage by chance: a sentence that breaks off on both sides behind a word that stands
 * in both, or of which both have only the last one.
 */
export function withoutStrays(own: Side, source: Side): Sides {
  const [end, sourceEnd] = bothCut(own, source, endWithoutStrays, isBehind);
  const [start, sourceStart] = bothCut(own, source, startWithoutStrays, isBefore);
  return [
    { start: start ?? own.ends.start, end: end ?? own.ends.end },
    { start: sourceStart ?? source.ends.start, end: sourceEnd ?? source.ends.end },
  ];
}

type Cut = (side: Side, others: Stretch) => number | undefined;
type IsCutOff = (word: number, cut: number) => boolean;

const isBehind: IsCutOff = (word, cut) => word >= cut;
const isBefore: IsCutOff = (word, cut) => word < cut;

/** Cuts both sides or none: what is cut off one must be what is cut off the other. */
function bothCut(
  own: Side,
  source: Side,
  cutOf: Cut,
  isCutOff: IsCutOff,
): readonly [number, number] | readonly [] {
  const cut = cutOf(own, source.ends);
  const sourceCut = cutOf(source, own.ends);
  if (cut === undefined || sourceCut === undefined) return [];
  for (let word = own.ends.start; word < own.ends.end; word++) {
    if (!isPaired(own, word, source.ends)) continue;
    const isSourceCutOff = isCutOff(own.partners[word]!, sourceCut);
    if (isCutOff(word, cut) !== isSourceCutOff) return [];
  }
  return [cut, sourceCut];
}

/** Before the first of the sentences in which no more than strays are left; undefined where a sentence ends there. */
function endWithoutStrays(side: Side, others: Stretch): number | undefined {
  const { start, end } = side.ends;
  if (isStartOfSentence(side, end)) return undefined;
  let cut: number | undefined;
  let strays = 0;
  for (let word = end - 1; word > start; word--) {
    if (isStray(side, word, others) && ++strays > MOST_STRAYS) break;
    if (isStartOfSentence(side, word)) cut = word;
  }
  return cut;
}

/** The same at the start. */
function startWithoutStrays(side: Side, others: Stretch): number | undefined {
  const { start, end } = side.ends;
  if (isStartOfSentence(side, start)) return undefined;
  let cut: number | undefined;
  let strays = 0;
  for (let word = start; word < end - 1; word++) {
    if (isStray(side, word, others) && ++strays > MOST_STRAYS) break;
    if (isStartOfSentence(side, word + 1)) cut = word + 1;
  }
  return cut;
}

function isPaired({ partners }: Side, word: number, { start, end }: Stretch): boolean {
  const partner = partners[word]!;
  return partner >= start && partner < end;
}

const isStray = (side: Side, word: number, others: Stretch): boolean =>
  isPaired(side, word, others) && !NUMBER.test(foldedWord(side.run.text, side.run.start + word));

const isStartOfSentence = ({ run: { text, start } }: Side, word: number): boolean =>
  startsSentence(text, start + word);
