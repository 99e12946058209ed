import { keyOf, markedSentences, type Marked } from "./marked.ts";

/** A whole sentence, or what is shown without being one: code, raw HTML, a comment. */
export interface Sentence extends Marked {
  readonly kind: "sentence";
  /** Equal for sentences that are the same to a reader, marks included. */
  readonly key: string;
}

/** Where a block begins or ends; or both at once: a line across the page. */
export interface Edge {
  readonly kind: "edge";
  /** As markdown-it calls it, without `_open` and `_close`. */
  readonly block: string;
  /** 1 opens, -1 closes, 0 does neither. */
  readonly turn: 1 | 0 | -1;
  /** Of headings, from 1; else 0. */
  readonly level: number;
  /** Equal for edges that are the same to a reader. */
  readonly key: string;
}

/** What a reader gets of a text, piece by piece. */
export type Item = Sentence | Edge;

export const isSentence = (item: Item | undefined): item is Sentence => item?.kind === "sentence";

export const sentencesOf = (paragraph: Marked): readonly Sentence[] =>
  markedSentences(paragraph).map(asSentence);

export const asSentence = ({ text, runs }: Marked): Sentence => ({
  kind: "sentence",
  text,
  runs,
  key: keyOf({ text, runs }),
});

/** @param appearance what else a reader may tell it by */
export const edge = (block: string, turn: Edge["turn"], appearance = "", level = 0): Edge => ({
  kind: "edge",
  block,
  turn,
  level,
  key: `${block} ${turn} ${level} ${appearance}`,
});
