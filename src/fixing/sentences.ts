import type { Span } from "../text/span.ts";

/** Stands for what is no letter: a picture, a note's sign. */
export const OBJECT = "\ufffc";

/** Marks that may end a sentence, with what may close behind them; scripts without spaces need no more. */
const END = /[.!?…]+["'”’»)\]*_\ufffc]*|[。！？]+["'”’」』）】]*/gu;
const UNSPACED_END = /^[。！？]/u;
/** What may stand before the first word of a sentence. */
const OPENINGS = /^[\s"'“‘„«([¿¡*_–—-]*/u;
/** Behind these a full stop ends no sentence: "Dr.", "J.", "e.g.". Names that are as short are taken for one too. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{M}])(?:\p{Lu}\p{L}{0,2}|\p{L}(?:\.\p{L})+|Capt|Messrs|Prof|Sept|approx|art|ca|cf|ch|ed|etc|fig|no|nr|pp?|vgl|vol|vs)$/u;
/** Two sentences that have grown together, "is.I'm", are two. */
const GROWN_TOGETHER = /[\p{Ll}\p{M}\p{Nd}]$/u;
const CAPITAL = /^["“‘„«([¿¡]*\p{Lu}/u;

/**
 * The sentences of a paragraph, without the white space between them. Where it is not sure that one ends, it goes on: a
 * sentence that is left out is then never half of one.
 */
export function sentencesIn(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  let start = pastSpace(paragraph, 0);
  for (const { 0: marks, index } of paragraph.matchAll(END)) {
    const end = index + marks.length;
    if (!endsSurely(paragraph, index, marks, end)) continue;
    spans.push({ start, end });
    start = pastSpace(paragraph, end);
  }
  const rest = paragraph.trimEnd().length;
  return start < rest ? [...spans, { start, end: rest }] : spans;
}

function endsSurely(text: string, index: number, marks: string, end: number): boolean {
  if (UNSPACED_END.test(marks)) return true;
  // A paragraph may be a megabyte long: what decides stands close by.
  const before = text.slice(Math.max(0, index - NEAR), index);
  const after = text.slice(end, end + NEAR);
  if (after === "") return true;
  if (!/^\s/u.test(after)) return GROWN_TOGETHER.test(before) && CAPITAL.test(after);
  const next = after.replace(OPENINGS, "");
  if (/^\p{Ll}/u.test(next)) return false;
  return !marks.startsWith(".") || !(/^\p{Nd}/u.test(next) || ABBREVIATION.test(before));
}

const NEAR = 60;

const SPACE = /\s*/uy;

function pastSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  return from + SPACE.exec(text)![0].length;
}
