import { indexed, type Indexed } from "./grams/gram-index.ts";
import { repeatsIn, repeatsOf } from "./grams/repeats.ts";
import { withoutWide } from "./grams/rest.ts";
import { sketchOf } from "./grams/sketch.ts";
import { Vocabulary } from "./grams/vocabulary.ts";
import { levelOf, MOST_TEXTS, stretchesOf } from "./grams/wide.ts";
import { limitsOf } from "./options.ts";
import type { Limits, Options } from "./options.ts";
import { copiesBetween } from "./pair/copies.ts";
import type { Passage, Prose } from "./passage.ts";
import { compareProses, textOf, type Stretch } from "./texts.ts";

/** A text that was edited. */
export interface Edit {
  readonly now: Prose;
  /** The sketch of what it said before. */
  readonly before: Uint32Array;
}

/** A text with its sketch. */
interface Sketched {
  readonly prose: Prose;
  readonly sketch: Uint32Array;
}

/**
 * Whether a passage is no matter of a few texts: an edit elsewhere in one of them does not touch it. Edited copies are,
 * in however many texts they stand: each is one of a few.
 */
export const isSignature = ({ isVerbatim, places }: Passage): boolean =>
  isVerbatim && new Set(places.map(({ id }) => id)).size > MOST_TEXTS;

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
  // What was put into other words shares no grams.
  if (options.reworked) return false;
  const limits = limitsOf(options);
  const sketched = options.sketchOf ?? ((prose: Prose) => sketchOf(prose, options));
  const rest = others.map((prose): Sketched => ({ prose, sketch: sketched(prose) }));
  const now = edits.map((edit): Sketched => ({ prose: edit.now, sketch: sketched(edit.now) }));
  const before = edits.map((edit): Sketched => ({ prose: edit.now, sketch: edit.before }));

  const vocabulary = new Vocabulary([...now, ...before].map(({ sketch }) => sketch));
  const held = heldBy(rest, vocabulary);
  const levels = new Levels(vocabulary, [...held, ...heldBy(now, vocabulary)]);
  const levelsBefore = new Levels(vocabulary, [...held, ...heldBy(before, vocabulary)]);
  // How widely a gram is shared may matter to any pair of texts.
  if (!levels.areAs(levelsBefore)) return false;
  const signed = (texts: readonly Sketched[]): string =>
    texts.map((text) => wordsOfWide(text, levels, limits)).join("\n");
  if (signed(now) !== signed(before)) return false;
  return now.every((text) => sharesNothing(text, [...rest, ...now], levels, limits));
}

/** For each text the numbers of the known grams that it holds. */
type Held = readonly (readonly number[])[];

const heldBy = (texts: readonly Sketched[], vocabulary: Vocabulary): Held =>
  texts.map(({ sketch }) => vocabulary.numbersIn(sketch));

/** How widely the grams of a few texts are shared. */
class Levels {
  readonly vocabulary: Vocabulary;
  /** By all texts. */
  readonly held: Held;
  readonly #levels: Uint8Array;

  constructor(vocabulary: Vocabulary, held: Held) {
    this.vocabulary = vocabulary;
    this.held = held;
    const counts = new Uint32Array(vocabulary.size);
    for (const grams of held) for (const gram of grams) counts[gram]!++;
    this.#levels = Uint8Array.from(counts, levelOf);
  }

  /** The level of a gram by its number. */
  at(number: number): number {
    return this.#levels[number]!;
  }

  /** The levels of a text's grams, all of them known. */
  of(sketch: Uint32Array): Uint8Array {
    return Uint8Array.from(sketch, (gram) => this.at(this.vocabulary.numberOf(gram)));
  }

  areAs(other: Levels): boolean {
    return this.#levels.every((level, number) => level === other.at(number));
  }
}

/** The wide stretches of a text all of whose grams have these levels. */
const wideIn = (levels: Uint8Array, limits: Limits): readonly Stretch[] =>
  stretchesOf(Uint32Array.from(levels.keys()), levels, limits);

/** What a text's signatures say, as one text. What stands behind one, in grams that it shares, is not part of it. */
const wordsOfWide = ({ sketch }: Sketched, levels: Levels, limits: Limits): string =>
  wideIn(levels.of(sketch), limits)
    .map(({ start, end }) => sketch.subarray(start, end - limits.gram + 1).join())
    .join(";");

/** Whether a text shares no passage with any, itself among them. */
function sharesNothing(
  own: Sketched,
  all: readonly Sketched[],
  levels: Levels,
  limits: Limits,
): boolean {
  const grams = new Set(levels.vocabulary.numbersIn(own.sketch));
  const suspects = all.filter(({ prose }, i) => {
    if (prose === own.prose) return true;
    let rare = 0;
    for (const gram of levels.held[i]!) if (grams.has(gram) && levels.at(gram) === 0) rare++;
    return rare >= limits.evidence;
  });
  // Where the signatures of the suspects begin and end depends on all of their grams.
  const theirs = suspects.length === 1 ? levels : levelsOf(suspects, all);
  return suspects.every((other) => {
    const isLater = compareProses(own.prose, other.prose) >= 0;
    const pair = isLater ? ([own, other] as const) : ([other, own] as const);
    const [later, earlier] = comparable(pair, theirs, limits);
    return copiesBetween(later, earlier, limits).length === 0;
  });
}

function levelsOf(few: readonly Sketched[], all: readonly Sketched[]): Levels {
  const vocabulary = new Vocabulary(few.map(({ sketch }) => sketch));
  return new Levels(vocabulary, heldBy(all, vocabulary));
}

/** Two texts, or one twice, as `findDuplicates` compares them. */
function comparable(
  [later, earlier]: readonly [Sketched, Sketched],
  levels: Levels,
  limits: Limits,
): readonly [Indexed, Indexed] {
  const isOwn = later === earlier;
  const repeats = repeatsIn(isOwn ? [later.sketch] : [later.sketch, earlier.sketch]);
  const ownLevels = new Uint8Array(repeats.count);
  const numbered = [later, earlier].map((text, i) => {
    const { places, numbers } = repeatsOf(repeats, isOwn ? 0 : i);
    const known = levels.of(text.sketch);
    places.forEach((place, at) => {
      ownLevels[numbers[at]!] = known[place]!;
    });
    const all = { text: textOf(text.prose), places, numbers, levels: ownLevels };
    return indexed(withoutWide(all, wideIn(known, limits), limits.gram));
  });
  return isOwn ? [numbered[0]!, numbered[0]!] : [numbered[0]!, numbered[1]!];
}
