import { COMPLEX, FOLDED, kindOf, UNSPACED } from "./letters.ts";

/** A word joiner and a space: nobody writes them together, so that they can be taken out again. */
export const GAP = "\u2060 ";

/** Sets the words of a text apart; a text that goes on where another ended is given to the same function. */
export type Spacing = (text: string) => string;

/**
 * Sets the words of scripts without spaces apart, each of them a character as `wordsOf` has it: a program that knows
 * only words between spaces finds them then. Punctuation stays with the word before it.
 */
export function spacing(): Spacing {
  /** Of the last letter since a space. */
  let last: "none" | "unspaced" | "other" = "none";
  return (text) => {
    let result = "";
    let start = 0;
    for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) {
      const kind = kindOf(text.codePointAt(i)!);
      if (/\s/.test(text[i]!)) last = "none";
      if (kind < FOLDED && kind !== COMPLEX && kind !== UNSPACED) continue;
      const now = kind === UNSPACED ? "unspaced" : "other";
      if (last === "unspaced" || (last === "other" && now === "unspaced")) {
        result += text.slice(start, i) + GAP;
        start = i;
      }
      last = now;
    }
    return result + text.slice(start);
  };
}

export const spaced = (text: string): string => spacing()(text);
