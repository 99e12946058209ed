import { copiesBetween } from "./copies.ts";
import { limitsOf } from "./options.ts";
import type { Limits, Options } from "./options.ts";
import type { Passage, Prose } from "./passage.ts";
import { repeatsIn, repeatsOf } from "./repeats.ts";
import { sketchOf } from "./sketch.ts";
import { MOST_TEXTS } from "./suspects.ts";
import { compareProses, textOf, type Stretch } from "./texts.ts";
import { Vocabulary } from "./vocabulary.ts";
import { stretchesOf } from "./wide.ts";

/** A text that was edited. */
export interface Edit {
  readonly now: Prose;
  /** The sketch of what it said before. */
  readonly before: Uint32Array;
}

/** Whether a passage is no matter of a few texts: an edit elsewhere in one of them does not touch it. */
export const isSignature = ({ kind, places }: Passage): boolean =>
  kind === "exact" && new Set(places.map(({ id }) => id)).size > MOST_TEXTS;

/** A text, and the grams of edited texts that it holds. */
interface Holder {
  readonly prose: Prose;
  readonly grams: ReadonlySet<number>;
}

/**
 * Whether `findDuplicates` surely finds the same as before some edits, but for the places of signatures in the edited
 * texts. To be asked only of texts that took part in no passage but signatures. What is no edited text is read only
 * where it shares rare grams with one, so that one edit among ten thousand texts costs next to nothing; in doubt the
 * answer is no.
 *
 * @param others all texts that were not edited
 */
export function leavePassages(
  edits: readonly Edit[],
  others: readonly Prose[],
  options: Options = {},
): boolean {
  const limits = limitsOf(options);
  const sketched = options.sketchOf ?? ((prose: Prose) => sketchOf(prose, options));
  const edited = edits.map(({ now, before }) => ({ prose: now, now: sketched(now), before }));
  const vocabulary = new Vocabulary(edited.flatMap(({ now, before }) => [now, before]));
  const holderOf = (prose: Prose, sketch: Uint32Array): Holder => ({
    prose,
    grams: vocabulary.numbersIn(sketch),
  });
  const rest = others.map((prose) => holderOf(prose, sketched(prose)));
  const were = edited.map(({ prose, before: sketch }) => holderOf(prose, sketch));
  const after = edited.map(({ prose, now }) => holderOf(prose, now));

  const wasWide = wideAmong([...rest, ...were], vocabulary);
  const isWide = wideAmong([...rest, ...after], vocabulary);
  // What few texts hold is evidence and what many hold is none: if that turns, it may matter to any pair of texts.
  if (isWide.some((is, gram) => is !== wasWide[gram])) return false;

  return edited.every((edit, i) => {
    const signaturesIn = (sketch: Uint32Array): readonly Stretch[] =>
      stretchesOf(
        Uint32Array.from(sketch.keys()),
        (place) => isWide[vocabulary.numberOf(sketch[place]!)]!,
        limits,
      );
    const [signatures, signed] = [signaturesIn(edit.now), signaturesIn(edit.before)];
    if (wordsIn(edit.now, signatures) !== wordsIn(edit.before, signed)) return false;
    const others = [...rest, ...after.filter((other) => other !== after[i])];
    return sharesNothing(after[i]!, signatures, others, isWide, { limits, sketched });
  });
}

/** For each gram whether more than a few texts hold it. */
function wideAmong(holders: readonly Holder[], { size }: Vocabulary): readonly boolean[] {
  const counts = new Uint32Array(size);
  for (const { grams } of holders) for (const gram of grams) counts[gram]!++;
  return Array.from(counts, (count) => count > MOST_TEXTS);
}

const wordsIn = (sketch: Uint32Array, stretches: readonly Stretch[]): string =>
  stretches.map(({ start, end }) => sketch.subarray(start, end).join()).join(";");

function sharesNothing(
  own: Holder,
  signatures: readonly Stretch[],
  others: readonly Holder[],
  isWide: readonly boolean[],
  how: { readonly limits: Limits; sketched(prose: Prose): Uint32Array },
): boolean {
  const { limits, sketched } = how;
  const text = textOf(own.prose, signatures);
  const sketch = sketched(own.prose);
  const self = { text, ...repeatsOf(repeatsIn([sketch]), 0) };
  if (copiesBetween(self, self, limits).length > 0) return false;
  return others.every(({ prose, grams }) => {
    const shared = [...grams].filter((gram) => own.grams.has(gram));
    if (shared.filter((gram) => !isWide[gram]).length < limits.evidence) return true;
    // Where its signatures begin and end is not known here.
    if (shared.some((gram) => isWide[gram])) return false;
    const repeats = repeatsIn([sketch, sketched(prose)]);
    const one = { text, ...repeatsOf(repeats, 0) };
    const other = { text: textOf(prose), ...repeatsOf(repeats, 1) };
    const isLater = compareProses(own.prose, prose) > 0;
    return (
      copiesBetween(...(isLater ? ([one, other] as const) : ([other, one] as const)), limits)
        .length === 0
    );
  });
}
