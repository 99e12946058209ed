import type { Prose } from "../../src/duplicates/index.ts";
import type { Span } from "../../src/text/span.ts";
import { random } from "../support/random.ts";

export const prose = (
  id: string,
  order: number,
  text: string,
  skip: readonly Span[] = [],
): Prose => ({ id, order, text, skip });

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
