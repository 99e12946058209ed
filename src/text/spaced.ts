import { isUnspaced, kindOf, MARK } from "./letters.ts";

/** A space that nobody writes, so that it can be taken out again. Programs that split words do so at it. */
export const HAIR_SPACE = "\u200a";

/**
 * Sets the words of scripts without spaces apart, each of them a character as `wordsOf` has it: a program that knows
 * only words between spaces finds them then.
 */
export function spaced(text: string): string {
  let result = "";
  let start = 0;
  let wasUnspaced = false;
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) {
    const isNow = isUnspaced(text, i);
    if (isNow && wasUnspaced) {
      result += text.slice(start, i) + HAIR_SPACE;
      start = i;
    }
    // A mark belongs to the letter before it.
    if (kindOf(text.codePointAt(i)!) !== MARK) wasUnspaced = isNow;
  }
  return result + text.slice(start);
}
