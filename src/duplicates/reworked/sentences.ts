import type { Run, Text } from "../texts.ts";

/** Words that a passage may be short of its sentence's ends: in other words, the ends are the first to go. */
const MOST_ADDED = 8;

/** A run with the rest of the sentences that it begins and ends in, as far as that is not much. */
export function wholeSentences({ text, start, length }: Run): Run {
  let first = start;
  while (start - first < MOST_ADDED && !startsSentence(text, first)) first--;
  const last = start + length;
  let end = last;
  while (end - last < MOST_ADDED && !startsSentence(text, end)) end++;
  return { text, start: first, length: end - first };
}

/** Whether a sentence, or a paragraph, begins with a word; so does what would follow the last word. */
function startsSentence({ text, words }: Text, word: number): boolean {
  if (word <= 0 || word >= words.count) return true;
  return ENDING.test(text.slice(words.ends[word - 1], words.starts[word]));
}

const ENDING = /[.!?…。！？]["'”’»)\]]*(?:\s|$)|\n\s*\n/u;
