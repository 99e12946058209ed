import { indexed, type Indexed } from "../../src/duplicates/grams/gram-index.ts";
import { repeatsIn, repeatsOf } from "../../src/duplicates/grams/repeats.ts";
import { sketchOf } from "../../src/duplicates/grams/sketch.ts";
import { limitsOf } from "../../src/duplicates/options.ts";
import { exactCopy, type Copy } from "../../src/duplicates/pair/copy.ts";
import { textOf, type Run, type Text } from "../../src/duplicates/texts.ts";
import { prose, prosesOf } from "./support.ts";

export const LIMITS = limitsOf({});

/** Texts with their repeated grams, as they are compared. */
export function indexedOf(...texts: readonly string[]): readonly Indexed[] {
  const proses = prosesOf(...texts);
  const repeats = repeatsIn(proses.map((value) => sketchOf(value)));
  const levels = new Uint8Array(repeats.count);
  return proses.map((value, i) =>
    indexed({ text: textOf(value), ...repeatsOf(repeats, i), levels }),
  );
}

/** A text of so many words, no two of them equal. */
export const textWith = (id: string, order: number, words: number): Text =>
  textOf(prose(id, order, Array.from({ length: words }, (_, i) => `${id}${i}`).join(" ")));

export const runOf = (text: Text, start: number, length: number): Run => ({ text, start, length });

/** A copy of as many words from each source. */
export const copyOf = (run: Run, ...sources: readonly (readonly [Text, number])[]): Copy =>
  exactCopy(
    run,
    sources.map(([text, start]) => runOf(text, start, run.length)),
  );

/** An edited copy of which three of four words have an equal. */
export const editedCopyOf = (run: Run, source: Run, parts: readonly Copy[] = []): Copy => ({
  kind: "edited",
  run,
  sources: [source],
  equal: Math.floor(0.75 * run.length),
  similarity: 0.75,
  parts,
});
