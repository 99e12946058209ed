import type { Essay, Section } from "../essays/essay.ts";

/**
 * Words a minute of silent reading of non-fiction: Brysbaert, "How many words do we read per minute?" (Journal of
 * Memory and Language 109, 2019), the mean of 190 studies.
 */
const WORDS_A_MINUTE = 238;
/**
 * Where writing has no spaces a character counts as a word. Trauzettel-Klosinski and Dietz, "Standardized assessment of
 * reading performance" (IOVS 53, 2012), measured 255 (Chinese) and 357 (Japanese) a minute aloud; in silence it is more.
 */
const CHARACTERS_A_MINUTE = 400;
const WITHOUT_SPACES = /^(?:zh|ja|th|lo|km|my|bo|yue)\b/i;

/** Whole minutes, at least one. */
export function minutesOf({ lang, manuscript }: Pick<Essay, "lang" | "manuscript">): number {
  const pace = WITHOUT_SPACES.test(lang) ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE;
  return Math.max(1, Math.round(manuscript.words / pace));
}

/** Shorter essays, and those of fewer parts, are seen whole by scrolling once or twice. */
const LONG_WORDS = 1000;
const MANY_SECTIONS = 3;

/** The parts of a long essay, for its table of contents. */
export function contentsOf({ manuscript }: Pick<Essay, "manuscript">): readonly Section[] {
  const { words, sections = [] } = manuscript;
  return words >= LONG_WORDS && sections.length >= MANY_SECTIONS ? sections : [];
}
