import { toldOf } from "./choice.ts";
import { copiesBetween } from "./copies.ts";
import { limitsOf } from "./options.ts";
import type { Options } from "./options.ts";
import { tracedBack } from "./origins.ts";
import type { Passage, Prose } from "./passage.ts";
import { passagesOf } from "./passages.ts";
import { repeatsIn, repeatsOf } from "./repeats.ts";
import type { Numbered } from "./seeds.ts";
import { signatureCopies } from "./signatures.ts";
import { sketchOfWords } from "./sketch.ts";
import { suspectsIn } from "./suspects.ts";
import { compareProses, textOf, wordsOfProse } from "./texts.ts";
import { wideStretches } from "./wide.ts";

export { differencesBetween } from "./differences.ts";
export type { Differences, Excerpt } from "./differences.ts";
export { isSignature, leavePassages } from "./edits.ts";
export type { Edit } from "./edits.ts";
export { sketchOf, sketchOfWords } from "./sketch.ts";
export type { Options } from "./options.ts";
export type { Passage, Prose } from "./passage.ts";

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
  const sketches = words
    ? words.map((some) => sketchOfWords(some, options))
    : inTime.map(options.sketchOf!);
  const repeats = repeatsIn(sketches);
  const wide = wideStretches(repeats, limits);
  const suspects = suspectsIn(repeats, limits);

  const read = new Map<number, Numbered>();
  const numbered = (index: number): Numbered => {
    const known = read.get(index);
    if (known) return known;
    const text = textOf(inTime[index]!, wide[index], words?.[index]);
    const fresh = { text, ...repeatsOf(repeats, index) };
    read.set(index, fresh);
    return fresh;
  };

  const signed = [...inTime.keys()].filter((index) => wide[index]!.length > 0).map(numbered);
  const signatures = signatureCopies(signed, limits);
  const copies = suspects.flatMap((earlier, index) => {
    if (earlier.length === 0 && wide[index]!.length === 0) return [];
    const later = numbered(index);
    const found = earlier.flatMap((other) => copiesBetween(later, numbered(other), limits));
    return toldOf(found, signatures.get(later.text) ?? [], limits);
  });
  return passagesOf(tracedBack(copies, limits), limits);
}
