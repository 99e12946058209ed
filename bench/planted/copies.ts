import { countWords } from "../../src/text/words.ts";
import { changed, interspersed, redressed, reordered, rewrapped, unchanged } from "./disguises.ts";
import type { Disguise } from "./disguises.ts";
import { insert, other, paragraph, planted, wordsIn } from "./draft.ts";
import type { Block, Draft, Paragraphs, Plant } from "./draft.ts";

/** A kind of copy, and how one is planted. */
export interface CopyKind {
  readonly name: string;
  /** Essays that one takes: its own and, where it is of another, that one first. */
  readonly essays: 1 | 2;
  plant(drafts: readonly Draft[], number: number, random: () => number): void;
}

/** A passage that is copied has as many words. */
const PASSAGE = { min: 60, max: 200 };
/** Fewer sentences have hardly another order. */
const FEWEST_SENTENCES = 5;
const SENTENCE_WORDS = 25;

const WITHIN = "exact, in one file";
const SENTENCE = "one sentence of 25 words";
const TWICE = "whole essay twice";

/** All kinds of copies, each to be found by one finding. */
export const COPIES: readonly CopyKind[] = [
  { name: WITHIN, essays: 1, plant: withinOne },
  acrossTwo("exact, in two files", unchanged),
  acrossTwo("5 % of the words changed", changed(0.05)),
  acrossTwo("10 % of the words changed", changed(0.1)),
  acrossTwo("20 % of the words changed", changed(0.2)),
  { name: SENTENCE, essays: 2, plant: oneSentence },
  acrossTwo("re-wrapped", rewrapped),
  acrossTwo("other quotes, case, emphasis, links", redressed),
  acrossTwo("sentences inserted", interspersed),
  acrossTwo("sentences re-ordered", reordered),
  { name: TWICE, essays: 1, plant: wholeTwice },
];

/** A copy in a later essay. */
function acrossTwo(name: string, disguise: Disguise): CopyKind {
  return {
    name,
    essays: 2,
    plant([earlier, later], number, random) {
      const { passage } = takePassage(earlier!, { kind: name, role: "original", number }, random);
      const copy = disguise(passage, random, later!.author).map((text) =>
        planted(other(text), { kind: name, role: "copy", number }),
      );
      const at = Math.floor(random() * (later!.blocks.length + 1));
      later!.blocks = insert(later!.blocks, at, copy);
    },
  };
}

/** An exact copy behind its original, with something between. */
function withinOne([draft]: readonly Draft[], number: number, random: () => number): void {
  const kind = WITHIN;
  const { passage, end } = takePassage(draft!, { kind, role: "original", number }, random);
  const copy = passage.map((sentences) =>
    planted(paragraph(sentences), { kind, role: "copy", number }),
  );
  const between = paragraph(Array.from({ length: 3 }, () => draft!.author.sentence()));
  const left = draft!.blocks.length - end;
  const at = end + Math.floor(random() * (left + 1));
  draft!.blocks = insert(draft!.blocks, at, at === end ? [between, ...copy] : copy);
}

/** Marks some paragraphs in a row as copied from, and tells where they end. */
export function takePassage(
  draft: Draft,
  plant: Plant,
  random: () => number,
): { readonly passage: Paragraphs; readonly end: number } {
  const candidates = draft.blocks.flatMap((_, start) => {
    const end = endOfPassage(draft.blocks, start);
    return end === undefined ? [] : [{ start, end }];
  });
  const candidate = candidates[Math.floor(random() * candidates.length)];
  if (!candidate)
    throw new Error(`"${draft.title}" has no passage to copy: its paragraphs are too long.`);
  const { start, end } = candidate;
  const taken = draft.blocks.slice(start, end);
  draft.blocks = [
    ...draft.blocks.slice(0, start),
    ...taken.map((block) => planted(block, plant)),
    ...draft.blocks.slice(end),
  ];
  return { passage: taken.map(({ sentences }) => sentences), end };
}

/** Where the shortest passage from a block on ends; undefined where a heading comes first, or it gets too long. */
function endOfPassage(blocks: readonly Block[], start: number): number | undefined {
  let words = 0;
  let sentences = 0;
  for (let end = start; end < blocks.length; end++) {
    const block = blocks[end]!;
    if (block.kind !== "paragraph") return undefined;
    words += wordsIn(block.text);
    sentences += block.sentences.length;
    if (words > PASSAGE.max) return undefined;
    if (words >= PASSAGE.min && sentences >= FEWEST_SENTENCES) return end + 1;
  }
  return undefined;
}

/** One sentence in the midst of a paragraph of each essay. */
function oneSentence(drafts: readonly Draft[], number: number, random: () => number): void {
  const sentence = sentenceOf(SENTENCE_WORDS, drafts[0]!);
  drafts.forEach((draft, i) => {
    const plant: Plant = { kind: SENTENCE, role: i === 0 ? "original" : "copy", number };
    const places = draft.blocks.flatMap(({ kind }, at) => (kind === "paragraph" ? [at] : []));
    const place = places[Math.floor(random() * places.length)]!;
    const { sentences } = draft.blocks[place]!;
    const at = Math.floor(random() * (sentences.length + 1));
    const start = sentences.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
    const block = planted(paragraph(insert(sentences, at, [sentence])), plant, {
      start,
      end: start + sentence.length,
    });
    draft.blocks = draft.blocks.with(place, block);
  });
}

/** A plain sentence of so many words, as the detector counts them. */
function sentenceOf(words: number, { author }: Draft): string {
  for (;;) {
    const parts = [author.sentence(), author.sentence()].map((text) => text.slice(0, -1));
    const sentence = `${parts[0]} while ${parts[1]!.charAt(0).toLowerCase()}${parts[1]!.slice(1)}.`;
    if (countWords(sentence) === words && /^[\w ,.'-]+$/.test(sentence)) return sentence;
  }
}

/** The whole essay pasted again, right behind itself. */
function wholeTwice([draft]: readonly Draft[], number: number): void {
  draft!.blocks = (["original", "copy"] as const).flatMap((role) =>
    draft!.blocks.map((block) => planted(block, { kind: TWICE, role, number })),
  );
}
