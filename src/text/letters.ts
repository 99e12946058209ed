/**
 * What a character means to a word, as small numbers for a fast scan. A number from `FOLDED` up is the
 * folded UTF-16 code unit itself: a letter or digit that needs no second look.
 */
export const SEPARATOR = 1;
/** A letter that can't be folded alone: ligatures, ß, jamo, everything beyond the BMP. */
export const COMPLEX = 2;
/** A combining mark: it belongs to the letter before it. */
export const MARK = 3;
/** Soft hyphens, zero-width characters, variation selectors: as if they were not there. */
export const IGNORED = 4;
export const APOSTROPHE = 5;
/** A letter of a script that is written without spaces. */
export const UNSPACED = 6;
/** Half of a surrogate pair. */
export const SURROGATE = 7;
export const FOLDED = 0x20;

const UNKNOWN = 0;
const CODE_POINTS = 0x110000;

const letter = /[\p{L}\p{N}]/u;
const mark = /[\p{M}\u{FF9E}\u{FF9F}]/u;
const ignored = /\p{Default_Ignorable_Code_Point}/u;
const allIgnored = /\p{Default_Ignorable_Code_Point}/gu;
const apostrophe = /['’＇]/u;
const allApostrophes = /[’＇ʼ]/gu;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Nushu}\p{scx=Tangut}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}\p{scx=Tai_Viet}\p{scx=Javanese}\p{scx=Balinese}]/u;
/** Letters of many scripts, such as the Thai and Latin "ʼ", follow the rule of most. */
const ascii = /^[\x20-\x7e]*$/;
const latin = /\p{scx=Latin}/u;
/** Letters that grow together with their neighbours under NFC. */
const jamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

/**
 * Kinds by code point, 0 where `kindOf` was not asked yet; the answer for a character never changes.
 * Hot loops take it into a local constant: four times as fast as a call across modules.
 */
export const kinds = new Uint16Array(CODE_POINTS);

/** The meaning of a code unit or code point. */
export const kindOf = (codePoint: number): number => kinds[codePoint] || learn(codePoint);

function learn(codePoint: number): number {
  const kind = classify(codePoint);
  kinds[codePoint] = kind;
  return kind;
}

function classify(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint < 0xe000) return SURROGATE;
  const character = String.fromCodePoint(codePoint);
  if (apostrophe.test(character)) return APOSTROPHE;
  if (ignored.test(character)) return IGNORED;
  if (mark.test(character)) return MARK;
  if (!letter.test(character)) return SEPARATOR;
  if (unspaced.test(character) && !latin.test(character)) return UNSPACED;

  const folded = foldWord(character);
  const simple = codePoint < 0x10000 && folded.length === 1 && !jamo.test(folded);
  return simple ? folded.charCodeAt(0) : COMPLEX;
}

/**
 * The form that all spellings of one word share: without case, without ignorable characters, with straight
 * apostrophes, compatibility characters (ligatures, full-width letters) resolved, in NFC.
 */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const plain = word.replace(allIgnored, "").normalize("NFKC");
  // Letter by letter, as lower case would look at a sigma's neighbours.
  const folded = Array.from(plain, (letter) => letter.toUpperCase().toLowerCase()).join("");
  return folded.normalize("NFKC").replace(allApostrophes, "'");
}

/** Whether the word at this offset is one character of a script that is written without spaces. */
export const isUnspaced = (text: string, offset: number): boolean =>
  kindOf(text.codePointAt(offset) ?? UNKNOWN) === UNSPACED;
