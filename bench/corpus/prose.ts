import type { Vocabulary } from "./vocabulary.ts";

/** An essay has this many words, give or take `SPREAD`. */
const WORDS = 600;
const SPREAD = 80;

const SENTENCE = { min: 6, max: 24 };
/** In sentences. */
const PARAGRAPH = { min: 3, max: 7 };
/** In paragraphs. */
const SECTION = { min: 2, max: 4 };

/** How often a word of prose is dressed up, one in so many. */
const EMPHASIS_EVERY = 70;
const STRONG_EVERY = 200;
const QUOTE_EVERY = 150;
const LINK_EVERY = 200;
const COMMA_EVERY = 12;
const QUESTION_EVERY = 15;

/** What prose is made of. */
export interface Pen {
  readonly random: () => number;
  readonly vocabulary: Vocabulary;
  /** The target of the next link. */
  readonly linkTarget: () => string;
}

/** A Markdown text of about 600 words: paragraphs, headings, emphasis, quotation marks and links. */
export function writeProse(pen: Pen): string {
  const wanted = between({ min: WORDS - SPREAD, max: WORDS + SPREAD }, pen.random);
  const blocks: string[] = [];
  let written = 0;
  let untilHeading = between(SECTION, pen.random);
  while (written < wanted) {
    if (untilHeading-- === 0) {
      const heading = writeTitle(pen, between({ min: 2, max: 5 }, pen.random));
      blocks.push(`## ${heading.text}`);
      written += heading.words;
      untilHeading = between(SECTION, pen.random);
    }
    const paragraph = writeParagraph(pen, wanted - written);
    blocks.push(paragraph.text);
    written += paragraph.words;
  }
  return blocks.join("\n\n") + "\n";
}

interface Written {
  readonly text: string;
  readonly words: number;
}

/** So many words, the first with a capital and no mark behind the last. */
export function writeTitle(pen: Pen, words: number): Written {
  const text = Array.from({ length: words }, () => pen.vocabulary.word()).join(" ");
  return { text: capitalised(text), words };
}

/** A paragraph of at most one sentence more than `room` words. */
function writeParagraph(pen: Pen, room: number): Written {
  const sentences: string[] = [];
  let words = 0;
  for (let left = between(PARAGRAPH, pen.random); left > 0 && words < room; left--) {
    const length = between(SENTENCE, pen.random);
    sentences.push(writeSentence(pen, length));
    words += length;
  }
  return { text: sentences.join(" "), words };
}

function writeSentence(pen: Pen, length: number): string {
  const words = [capitalised(pen.vocabulary.word())];
  while (words.length < length - 1) words.push(dressed(pen.vocabulary.word(), pen));
  words.push(pen.vocabulary.word());
  return words.join(" ") + (oneIn(QUESTION_EVERY, pen.random) ? "?" : ".");
}

function dressed(word: string, pen: Pen): string {
  if (oneIn(EMPHASIS_EVERY, pen.random)) return `*${word}*`;
  if (oneIn(STRONG_EVERY, pen.random)) return `**${word}**`;
  if (oneIn(QUOTE_EVERY, pen.random)) return `"${word}"`;
  if (oneIn(LINK_EVERY, pen.random)) return `[${word}](${pen.linkTarget()})`;
  if (oneIn(COMMA_EVERY, pen.random)) return `${word},`;
  return word;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function oneIn(times: number, random: () => number): boolean {
  return random() * times < 1;
}

function between(
  range: { readonly min: number; readonly max: number },
  random: () => number,
): number {
  return range.min + Math.floor(random() * (range.max - range.min + 1));
}
