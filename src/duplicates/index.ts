import { copiesIn } from "./copies.ts";
import { sketchOf } from "./fingerprints.ts";
import { limitsOf } from "./options.ts";
import type { Options } from "./options.ts";
import { tracedBack } from "./origins.ts";
import type { Passage, Prose } from "./passage.ts";
import { passagesOf } from "./passages.ts";
import { sharedOf, sharesAny } from "./shared.ts";
import { compareProses, textOf } from "./texts.ts";

export { differencesBetween } from "./differences.ts";
export type { Differences, Excerpt } from "./differences.ts";
export { sketchOf, sketchOfWords } from "./fingerprints.ts";
export { standsAlone } from "./shared.ts";
export type { Options } from "./options.ts";
export type { Passage, Prose } from "./passage.ts";

/**
 * Finds the passages that stand at two places or more, within one text or across texts, by runs of equal
 * words across line and paragraph breaks. Case, punctuation and what is skipped make no difference. The order of
 * the given texts makes none either; the work grows in line with their words. `text` and `skip` are asked for
 * only where a sketch is shared, so that a caller may supply them as getters.
 */
export function findDuplicates(
  proses: readonly Prose[],
  options: Options = {},
): readonly Passage[] {
  const limits = limitsOf(options);
  const inTime = proses.toSorted(compareProses);
  const sketches = inTime.map(options.sketchOf ?? ((prose) => sketchOf(prose, options)));
  const shared = sharedOf(sketches);
  const suspects = inTime.filter((_, index) => sharesAny(shared, sketches[index]!));
  const copies = copiesIn(suspects.map(textOf), shared, limits);
  return passagesOf(tracedBack(copies, limits), limits);
}
