import type { Text } from "./texts.ts";

/** Whether a sentence, or a paragraph, begins with a word; so does what would follow the last word. */
export function startsSentence({ text, words }: Text, word: number): boolean {
  if (word <= 0 || word >= words.count) return true;
  return ENDING.test(text.slice(words.ends[word - 1], words.starts[word]));
}

const ENDING = /[.!?…。！？]["'”’»)\]]*(?:\s|$)|\n\s*\n/u;
