import type { Author, Language } from "../corpus/english.ts";
import { author } from "../corpus/english.ts";
import { paragraph, wordsIn } from "./draft.ts";
import type { Block, Draft } from "./draft.ts";

/**
 * An essay is ended by the paragraph that brings it to so many words, give or take `SPREAD`; with what is planted, a
 * signature too, essays have 650 on average.
 */
const WORDS = 545;
const SPREAD = 150;

/** In sentences. */
const PARAGRAPH = { min: 3, max: 8 };
/** In paragraphs. */
const SECTION = { min: 2, max: 4 };

/** In words. */
const TITLE = { min: 3, max: 6 };

/** An essay with nothing planted. */
export function draftOf(language: Language, random: () => number): Draft {
  const pen = author(language, random);
  const wanted = between({ min: WORDS - SPREAD, max: WORDS + SPREAD }, random);
  const blocks: Block[] = [];
  let written = 0;
  let untilHeading = between(SECTION, random);
  while (written < wanted) {
    if (untilHeading-- === 0) {
      blocks.push(heading(titleOf(pen, random)));
      untilHeading = between(SECTION, random);
    }
    const block = paragraph(
      Array.from({ length: between(PARAGRAPH, random) }, () => pen.sentence()),
    );
    blocks.push(block);
    written += wordsIn(block.text);
  }
  return { title: titleOf(pen, random), author: pen, blocks };
}

const heading = (title: string): Block => ({
  kind: "heading",
  text: `## ${title}`,
  sentences: [],
  plants: [],
});

function titleOf(pen: Author, random: () => number): string {
  const words = Array.from({ length: between(TITLE, random) }, () => pen.word()).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function between(
  { min, max }: { readonly min: number; readonly max: number },
  random: () => number,
): number {
  return min + Math.floor(random() * (max - min + 1));
}
