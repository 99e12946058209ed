import type { Author } from "../corpus/english.ts";
import { between } from "./essays.ts";
import type { Paragraphs } from "./draft.ts";
import { wordsIn } from "./draft.ts";

/** Makes a copy of a passage: the paragraphs as they are to stand in the Markdown. */
export type Disguise = (
  passage: Paragraphs,
  random: () => number,
  author: Author,
) => readonly string[];

const textOf = (sentences: readonly string[]): string => sentences.join(" ");

export const unchanged: Disguise = (passage) => passage.map(textOf);

/** Of the changed words these shares are left out, and put in anew; all others are exchanged. */
const LEFT_OUT = 0.1;
const PUT_IN = 0.1;

/** Changes a share of the words, anywhere. */
export function changed(share: number): Disguise {
  return (passage, random, author) => {
    const paragraphs = passage.map((sentences) => textOf(sentences).split(" "));
    const places = paragraphs.flatMap((tokens, p) =>
      tokens.flatMap((token, t) => (wordsIn(token) > 0 ? [{ p, t }] : [])),
    );
    for (const { p, t } of shuffled(places, random).slice(0, Math.round(share * places.length))) {
      const token = paragraphs[p]![t]!;
      const lot = random();
      if (lot < LEFT_OUT) paragraphs[p]![t] = "";
      else if (lot < LEFT_OUT + PUT_IN) paragraphs[p]![t] = `${author.word()} ${token}`;
      else paragraphs[p]![t] = token.replace(/[\p{L}\p{N}'’]+/u, anotherWord(author));
    }
    return paragraphs.map((tokens) => tokens.filter((token) => token !== "").join(" "));
  };
}

/** A word with another spelling than the one it replaces, and a capital where that has one. */
const anotherWord =
  (author: Author) =>
  (word: string): string => {
    let other = author.word();
    while (other === word.toLowerCase()) other = author.word();
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  };

/** Columns of a hard-wrapped line. */
const COLUMNS = { min: 48, max: 76 };

/** Breaks lines and paragraphs elsewhere. */
export const rewrapped: Disguise = (passage, random) => {
  const sentences = passage.flat();
  const paragraphs: string[][] = [[]];
  for (const sentence of sentences) {
    if (paragraphs.at(-1)!.length > 0 && random() < 0.4) paragraphs.push([]);
    paragraphs.at(-1)!.push(sentence);
  }
  const columns = between(COLUMNS, random);
  return paragraphs.map((some) => wrapped(textOf(some), columns));
};

/** Markdown of lines that none of which begins with a mark: a dash would begin a list. */
export function wrapped(text: string, columns: number): string {
  const lines: string[] = [];
  let line = "";
  for (const [token] of text.matchAll(/\S+(?: -(?= |$))?/g)) {
    if (line !== "" && line.length + 1 + token.length > columns) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? token : ` ${token}`;
  }
  return [...lines, line].join("\n");
}

/** How many words get each, one in so many. */
const EMPHASIS_EVERY = 12;
const LINK_EVERY = 20;
/** How many sentences, one in so many, are shouted, or whispered. */
const CASE_EVERY = 4;

/** Other quotation marks, apostrophes and dashes, other case, emphasis and links. */
export const redressed: Disguise = (passage, random) =>
  passage.map((sentences) =>
    sentences
      .map((sentence) => {
        const words = sentence.split(" ").map((word) => decorated(word, random));
        const text = words.join(" ").replaceAll(" - ", " — ").replaceAll("'", "’");
        if (random() * CASE_EVERY >= 1) return text;
        return random() < 0.5 ? shouted(text) : text.toLowerCase();
      })
      .join(" "),
  );

function decorated(word: string, random: () => number): string {
  const quoted = /^"(.+)"([,.?]?)$/.exec(word);
  if (quoted) return `“${quoted[1]}”${quoted[2]}`;
  const plain = /^(\p{L}+)([,.?;]?)$/u.exec(word);
  if (!plain) return word;
  const [, letters, mark] = plain;
  if (random() * EMPHASIS_EVERY < 1)
    return `${random() < 0.5 ? `*${letters}*` : `__${letters}__`}${mark}`;
  if (random() * LINK_EVERY < 1)
    return `[${letters}](https://example.org/${between({ min: 0, max: 9_999 }, random)})${mark}`;
  return word;
}

/** In capitals, but for the targets of links. */
const shouted = (text: string): string =>
  text.replace(/\]\([^)]*\)|[^\]]+/g, (part) =>
    part.startsWith("](") ? part : part.toUpperCase(),
  );

/** New sentences between the old ones, one for two. */
export const interspersed: Disguise = (passage, _, author) => {
  const last = passage.flat().length - 1;
  let seen = 0;
  return passage.map((sentences) =>
    textOf(
      sentences.flatMap((sentence) => {
        const place = seen++;
        return place % 2 === 0 && place < last ? [sentence, author.sentence()] : [sentence];
      }),
    ),
  );
};

/** The same sentences in another order, in one paragraph. */
export const reordered: Disguise = (passage, random) => {
  const sentences = passage.flat();
  let order = shuffled(sentences, random);
  while (order.filter((sentence, i) => sentence !== sentences[i]).length < sentences.length / 2) {
    order = shuffled(sentences, random);
  }
  return [textOf(order)];
};

/** Fisher and Yates's shuffle. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
