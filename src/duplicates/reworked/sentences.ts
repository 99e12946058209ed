import { startsSentence } from "../sentence-starts.ts";
import type { Run } from "../texts.ts";

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
