import type { Span } from "../../src/text/span.ts";
import type { Author } from "../corpus/english.ts";

/** Paragraphs of sentences. */
export type Paragraphs = readonly (readonly string[])[];

/** A copied passage, or a trap: something said twice that nobody wants to hear of. */
export interface Plant {
  readonly kind: string;
  /** What is planted and where it is from: one finding says both. */
  readonly role: "original" | "copy" | "trap";
  /** The same for an original and its copy. */
  readonly number: number;
}

/** A block of Markdown. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "other";
  readonly text: string;
  /** Of a paragraph as it was first written. */
  readonly sentences: readonly string[];
  /** What was planted, with its place in the block. */
  readonly plants: readonly (Plant & { readonly span: Span })[];
}

/** An essay that is still being put together. */
export interface Draft {
  readonly title: string;
  readonly author: Author;
  blocks: readonly Block[];
}

export const paragraph = (sentences: readonly string[]): Block => ({
  kind: "paragraph",
  text: sentences.join(" "),
  sentences,
  plants: [],
});

export const other = (text: string): Block => ({ kind: "other", text, sentences: [], plants: [] });

/** The block with a plant: all of it, or what stands at `span`. */
export const planted = (
  block: Block,
  plant: Plant,
  span: Span = { start: 0, end: block.text.length },
): Block => ({ ...block, plants: [...block.plants, { ...plant, span }] });

export function insert<T>(items: readonly T[], at: number, more: readonly T[]): readonly T[] {
  return [...items.slice(0, at), ...more, ...items.slice(at)];
}

/** Words as a writer counts them: what stands between spaces and holds a letter. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((token) => /\p{L}|\p{N}/u.test(token)).length;
