import { clean } from "../text/clean.ts";
import type { Font } from "./font.ts";

/** Control characters, joiners and selectors: a line does not show them, so it can do without them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Emoji, and what only changes the look of one. A title says the same without them. */
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]/u;

/**
 * A text in characters that a font has, white space run together: composed, without emoji, with plain forms in place of
 * decorative ones. Undefined where nothing is left, or where other characters are missing: half a title says something else.
 */
export function writable(text: string, { glyphOf }: Font): string | undefined {
  const has = (character: string): boolean => glyphOf(character.codePointAt(0)!) !== 0;
  let written = "";
  for (const character of clean(text).normalize("NFC").replace(/\s+/gu, " ")) {
    if (INVISIBLE.test(character)) continue;
    if (has(character)) written += character;
    else if (!EMOJI.test(character)) {
      const plain = character.normalize("NFKC");
      if (!Array.from(plain).every(has)) return undefined;
      written += plain;
    }
  }
  return written.replace(/\s+/gu, " ").trim() || undefined;
}
