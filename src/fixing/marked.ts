import { OBJECT, sentencesIn } from "./sentences.ts";

/** What text is besides itself: emphasised, linked to somewhere, in a list, a picture of something. */
export type Marks = readonly string[];

/** Text with one sort of marks, up to where the next begins. */
interface Run {
  readonly start: number;
  readonly marks: Marks;
}

/** Text with its marks; the first run starts with it. */
export interface Marked {
  readonly text: string;
  readonly runs: readonly Run[];
}

export const PLAIN: Marks = [];

/** A line break that a writer asks for is a mark of the space that it is. */
export const LINE_BREAK: Marks = ["break"];

/** A text that all has the same marks; in NFC, as words are compared. */
export const marked = (text: string, marks: Marks): Marked => ({
  text: text.normalize("NFC"),
  runs: [{ start: 0, marks }],
});

/** What is no text: what it is, is its mark. */
export const object = (marks: Marks, what: string): Marked => marked(OBJECT, [...marks, what]);

/** Texts one behind the other. */
export function joined(parts: readonly Marked[]): Marked {
  let text = "";
  const runs: Run[] = [];
  for (const part of parts) {
    if (part.text === "") continue;
    for (const { start, marks } of part.runs) {
      if (runs.at(-1)?.marks !== marks) runs.push({ start: text.length + start, marks });
    }
    text += part.text;
  }
  return { text, runs };
}

/** The sentences of a paragraph, each in the one spelling of all styles of quotation marks, dashes, dots and spaces. */
export function markedSentences({ text, runs }: Marked): readonly Marked[] {
  let first = 0;
  return sentencesIn(text).map(({ start, end }) => {
    while (first + 1 < runs.length && runs[first + 1]!.start <= start) first++;
    const parts: Marked[] = [];
    for (let i = first; i < runs.length && runs[i]!.start < end; i++) {
      const from = Math.max(start, runs[i]!.start);
      const to = Math.min(end, runs[i + 1]?.start ?? end);
      parts.push(marked(inOneStyle(text.slice(from, to)), runs[i]!.marks));
    }
    return joined(parts);
  });
}

/** A word processor changes these by itself; they are no other words. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  // Soft hyphens, zero-width spaces, word joiners, byte order marks.
  [/[\u00ad\u200b\u2060\ufeff]+/gu, ""],
  [/-{2,}|[‒–—―]|(?<=\s)-(?=\s)/gu, "—"],
  [/\s+/gu, " "],
  [/\.{3}/gu, "…"],
  [/[‘’‚‛]/gu, "'"],
  [/[“”„‟«»]/gu, '"'],
];

const UNUSUAL = /[^\w ,.;:!?'"()]|\.{3}| {2}/u;

const inOneStyle = (text: string): string =>
  UNUSUAL.test(text)
    ? STYLES.reduce((styled, [pattern, to]) => styled.replace(pattern, to), text)
    : text;

/** Whether a text has all that another has: the same words and marks, and perhaps more marks. */
export function holds(text: Marked, other: Marked): boolean {
  if (text.text !== other.text) return false;
  let at = 0;
  return other.runs.every(({ start, marks }, i) => {
    const end = other.runs[i + 1]?.start ?? other.text.length;
    // A space is as good in italics as upright.
    if (marks !== LINE_BREAK && other.text.slice(start, end).trim() === "") return true;
    while (at > 0 && text.runs[at]!.start > start) at--;
    while (at + 1 < text.runs.length && text.runs[at + 1]!.start <= start) at++;
    for (let j = at; j < text.runs.length && text.runs[j]!.start < end; j++) {
      const own = text.runs[j]!.marks;
      if (own !== marks && !marks.every((mark) => own.includes(mark))) return false;
    }
    return true;
  });
}

/** Text and marks in one, to compare. */
export const keyOf = ({ text, runs }: Marked): string =>
  text + runs.map(({ start, marks }) => `\0${start}\0${marks.join("\0")}`).join("");
