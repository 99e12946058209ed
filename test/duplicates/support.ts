import { findDuplicates, type Passage, type Prose } from "../../src/duplicates/index.ts";
import { foldWord } from "../../src/text/letters.ts";
import type { Span } from "../../src/text/span.ts";
import { wordsOf } from "../../src/text/words.ts";
import { random } from "../support/random.ts";

export const prose = (
  id: string,
  order: number,
  text: string,
  skip: readonly Span[] = [],
): Prose => ({ id, order, text, skip });

/** Texts in order of time, by the names "0", "1" and so on. */
export const prosesOf = (...texts: readonly string[]): readonly Prose[] =>
  texts.map((text, order) => prose(`${order}`, order, text));

/** Words that look like a language's: a few often, most seldom. Equal seeds give equal words. */
export function essayWords(seed: number, count: number): readonly string[] {
  const next = random(seed);
  return Array.from({ length: count }, () => wordAt(Math.floor(4000 ** next())));
}

const SYLLABLES = ["ka", "to", "ri", "men", "sal", "do", "vi", "ter", "un", "pel", "os", "gra"];

/** Every number is another word. */
function wordAt(rank: number): string {
  let word = "";
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]!;
  }
  return word === "" ? "a" : word;
}

/** So many sentences of 12 words each. */
export function sentences(seed: number, count: number): readonly string[] {
  const words = essayWords(seed, count * SENTENCE);
  return Array.from({ length: count }, (_, i) => {
    const said = words.slice(i * SENTENCE, (i + 1) * SENTENCE).join(" ");
    return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
  });
}

const SENTENCE = 12;

/** What stands at the places of a passage. */
export const textsOf = (proses: readonly Prose[], { places }: Passage): readonly string[] =>
  places.map(({ id, span }) => textOf(proses, id).slice(span.start, span.end));

export const textOf = (proses: readonly Prose[], wanted: string): string =>
  proses.find(({ id }) => id === wanted)!.text;

/** What stands at the places of all passages. */
export const found = (proses: readonly Prose[]): readonly (readonly string[])[] =>
  findDuplicates(proses).map((passage) => textsOf(proses, passage));

/** A text's words as passages are compared by. */
export function foldedWords(text: string): readonly string[] {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, i) => foldWord(text.slice(starts[i], ends[i])));
}
