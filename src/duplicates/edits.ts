import { copiesBetween } from "./pair/copies.ts";
import { indexed, type Numbered } from "./grams/gram-index.ts";
import { limitsOf } from "./options.ts";
import type { Limits, Options } from "./options.ts";
import type { Passage, Prose } from "./passage.ts";
import { repeatsIn, repeatsOf, type Repeats } from "./grams/repeats.ts";
import { withoutWide } from "./grams/rest.ts";
import { sketchOf } from "./grams/sketch.ts";
import { compareProses, textOf, type Stretch } from "./texts.ts";
import { Vocabulary } from "./grams/vocabulary.ts";
import { levelOf, MOST_TEXTS, stretchesOf } from "./grams/wide.ts";

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

  const levels = levelsAmong([...rest, ...after], vocabulary);
  // How widely a gram is shared may matter to any pair of texts.
  const levelsBefore = levelsAmong([...rest, ...were], vocabulary);
  if (levels.some((level, gram) => level !== levelsBefore[gram])) return false;

  const levelOfGram = (gram: number): number => levels[vocabulary.numberOf(gram)]!;
  return edited.every((edit, i) => {
    const signaturesIn = (sketch: Uint32Array): readonly Stretch[] =>
      stretchesOf(Uint32Array.from(sketch.keys()), Uint8Array.from(sketch, levelOfGram), limits);
    const [signatures, signed] = [signaturesIn(edit.now), signaturesIn(edit.before)];
    if (wordsIn(edit.now, signatures) !== wordsIn(edit.before, signed)) return false;
    const others = [...rest, ...after.filter((other) => other !== after[i])];
    return sharesNothing(after[i]!, signatures, others, { limits, sketched, levels, levelOfGram });
  });
}

/** For each gram how widely it is shared. */
function levelsAmong(holders: readonly Holder[], { size }: Vocabulary): Uint8Array {
  const counts = new Uint32Array(size);
  for (const { grams } of holders) for (const gram of grams) counts[gram]!++;
  return Uint8Array.from(counts, levelOf);
}

const wordsIn = (sketch: Uint32Array, stretches: readonly Stretch[]): string =>
  stretches.map(({ start, end }) => sketch.subarray(start, end).join()).join(";");

/** What comparing needs. */
interface Means {
  readonly limits: Limits;
  /** How widely each gram of the vocabulary is shared. */
  readonly levels: Uint8Array;
  sketched(prose: Prose): Uint32Array;
  /** The same of a gram that the edited text holds. */
  levelOfGram(gram: number): number;
}

function sharesNothing(
  own: Holder,
  signatures: readonly Stretch[],
  others: readonly Holder[],
  { limits, levels, sketched, levelOfGram }: Means,
): boolean {
  const text = textOf(own.prose);
  const sketch = sketched(own.prose);
  const numberedIn = (repeats: Repeats): Numbered => {
    const { places, numbers } = repeatsOf(repeats, 0);
    const ownLevels = new Uint8Array(repeats.count);
    places.forEach((place, i) => {
      ownLevels[numbers[i]!] = levelOfGram(sketch[place]!);
    });
    return { text, places, numbers, levels: ownLevels };
  };

  const alone = indexed(withoutWide(numberedIn(repeatsIn([sketch])), signatures, limits.gram));
  if (copiesBetween(alone, alone, limits).length > 0) return false;
  return others.every(({ prose, grams }) => {
    const shared = [...grams].filter((gram) => own.grams.has(gram));
    if (shared.filter((gram) => levels[gram] === 0).length < limits.evidence) return true;
    // Where the other text's signatures begin and end is not known here.
    if (shared.some((gram) => levels[gram]! > 0)) return false;
    const repeats = repeatsIn([sketch, sketched(prose)]);
    const numbered = numberedIn(repeats);
    const one = indexed(withoutWide(numbered, signatures, limits.gram));
    const other = indexed({ ...numbered, text: textOf(prose), ...repeatsOf(repeats, 1) });
    const copies =
      compareProses(own.prose, prose) > 0
        ? copiesBetween(one, other, limits)
        : copiesBetween(other, one, limits);
    return copies.length === 0;
  });
}
