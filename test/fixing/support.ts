import { findDuplicates } from "../../src/duplicates/index.ts";
import type { Format } from "../../src/essays/essay.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";
import { proseSkips } from "../../src/essays/skips.ts";
import { without, withoutCopies, type Fixed, type Pair } from "../../src/fixing/index.ts";
import { foldWord } from "../../src/text/letters.ts";
import { wordsOf } from "../../src/text/words.ts";

const USUAL = { html: false, language: "en" };

/** What becomes of one essay, with the copies that the detector finds in it. */
export function fixedEssay(text: string, format: Format = "md"): Fixed & { readonly text: string } {
  const { manuscript } = readManuscript(text, format, "essay", USUAL);
  const skips = proseSkips(text, manuscript);
  const passages = findDuplicates([{ id: "essay", text, skip: skips, order: 0 }]);
  const pairs = passages
    .filter(({ kind }) => kind === "exact")
    .flatMap(({ places: [first, ...copies] }) =>
      copies.map(({ span }): Pair => ({ kept: first!.span, copy: span })),
    );
  const fixed = withoutCopies({ text, body: manuscript.body, skips }, pairs, { ...USUAL, format });
  return { ...fixed, text: without(text, fixed.cuts) };
}

/** The words of a text as copies are compared by, in one line with a space at both ends. */
export function wordsIn(text: string): string {
  const { count, starts, ends } = wordsOf(text);
  const words = Array.from({ length: count }, (_, i) => foldWord(text.slice(starts[i], ends[i])));
  return ` ${words.join(" ")} `;
}
