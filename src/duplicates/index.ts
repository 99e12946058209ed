import { indexed, type Indexed } from "./grams/gram-index.ts";
import { repeatsIn, repeatsOf } from "./grams/repeats.ts";
import { withoutWide } from "./grams/rest.ts";
import { sketchesOfWords } from "./grams/sketch.ts";
import { suspectsIn } from "./grams/suspects.ts";
import { levelOf, wideStretches } from "./grams/wide.ts";
import { copiesBetween } from "./pair/copies.ts";
import { restatedIn } from "./reworked/restated.ts";
import { stemmed, type Stemmed } from "./reworked/stems.ts";
import { withReworked } from "./reworked/with-reworked.ts";
import { toldOf } from "./whole/choice.ts";
import { tracedBack } from "./whole/origins.ts";
import { passagesOf } from "./whole/passages.ts";
import { signatureCopies, type Signed } from "./whole/signatures.ts";
import { limitsOf, type Options } from "./options.ts";
import type { Passage, Prose } from "./passage.ts";
import { compareProses, textOf, wordsOfProse } from "./texts.ts";

export { differencesBetween } from "./differences.ts";
export type { Differences, Excerpt } from "./differences.ts";
export { isSignature, leavePassages } from "./edits.ts";
export type { Edit } from "./edits.ts";
export { sketchOf, sketchOfWords } from "./grams/sketch.ts";
export type { Options } from "./options.ts";
export type { Passage, Prose } from "./passage.ts";
export { spansOf } from "./whole/place.ts";

/**
 * Finds the passages that stand at two places or more, within one text or across texts, across line and paragraph
 * breaks: word for word, or with words changed and sentences put in, left out or moved. Case, punctuation and what is
 * skipped make no difference. The order of the given texts makes none either; the work grows in line with their words.
 * `text` and `skip` are asked for only where a sketch makes a text suspect, so that a caller may supply them as
 * getters.
 */
export function findDuplicates(
  proses: readonly Prose[],
  options: Options = {},
): readonly Passage[] {
  const limits = limitsOf(options);
  const inTime = proses.toSorted(compareProses);
  const words = options.sketchOf ? undefined : inTime.map(wordsOfProse);
  const sketches = words ? sketchesOfWords(words, options) : inTime.map(options.sketchOf!);
  const repeats = repeatsIn(sketches);
  const levels = Uint8Array.from(repeats.texts, levelOf);
  const wide = wideStretches(repeats, levels, limits);
  const suspects = suspectsIn(repeats, limits);

  const signed = memoized((index): Signed => {
    const text = textOf(inTime[index]!, words?.[index]);
    return { text, ...repeatsOf(repeats, index), levels, stretches: wide[index]! };
  });
  const rest = memoized((index): Indexed =>
    indexed(withoutWide(signed(index), wide[index]!, limits.gram)),
  );

  const stems = memoized((index): Stemmed => stemmed(rest(index).text));

  const texts = [...inTime.keys()];
  const restated = options.reworked ? restatedIn(texts.map(stems)) : undefined;
  const signers = texts.filter((index) => wide[index]!.length > 0).map(signed);
  const signatures = signatureCopies(signers, limits);
  const copies = texts.flatMap((index) => {
    const earlier = restated ? merged(suspects[index]!, restated[index]!) : suspects[index]!;
    const found = earlier.flatMap((other) => {
      const copies = copiesBetween(rest(index), rest(other), limits);
      return restated ? withReworked(stems(index), stems(other), copies, limits) : copies;
    });
    const isSigned = wide[index]!.length > 0;
    return [...(isSigned ? signatures.get(signed(index).text)! : []), ...toldOf(found, limits)];
  });
  return passagesOf(tracedBack(copies, limits), limits);
}

const merged = (a: readonly number[], b: readonly number[]): readonly number[] =>
  [...new Set([...a, ...b])].toSorted((x, y) => x - y);

function memoized<T>(valueOf: (index: number) => T): (index: number) => T {
  const values = new Map<number, T>();
  return (index) => {
    const known = values.get(index);
    if (known !== undefined) return known;
    const value = valueOf(index);
    values.set(index, value);
    return value;
  };
}
