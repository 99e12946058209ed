/**
 * Control characters, those that turn the direction of text, and invisible spaces: on a terminal they could
 * hide what they stand in, or pass for Galley's own words.
 */
const unsafe =
  // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const TAB = "  ";

/** The text as it can be shown on one line of any terminal: tabs as spaces, unsafe characters by number. */
export const visible = (text: string): string =>
  text.replaceAll("\t", TAB).replace(unsafe, (character) => {
    const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `\\u{${hex}}`;
  });

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const withoutWidth = /[\p{M}\u00ad\u200c\u200d]/u;

/** How many columns of a terminal a visible text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character < "\u007f") return 1;
  if (withoutWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const ELLIPSIS = "…";

/** The beginning of a text, cut to a width; an ellipsis tells that there is more. */
export function cutEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return width < 1 ? "" : fitting(Array.from(text), width - 1).join("") + ELLIPSIS;
}

/** The end of a text, cut to a width. */
export function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const backwards = Array.from(text).toReversed();
  return width < 1
    ? ""
    : ELLIPSIS +
        fitting(backwards, width - 1)
          .toReversed()
          .join("");
}

/** The beginning and the end of a text, cut to a width. */
export function cutMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const half = (width - 1) >> 1;
  return cutEnd(text, width - half) + cutStart(text, half + 1).slice(ELLIPSIS.length);
}

/** As many of the characters as a width holds, up to the last space if that is near. */
function fitting(characters: readonly string[], width: number): readonly string[] {
  let used = 0;
  let count = 0;
  while (count < characters.length) {
    used += columnsOf(characters[count]!);
    if (used > width) break;
    count++;
  }
  const space = characters.lastIndexOf(" ", count);
  const isNear = space > 0 && space >= count - NEAR;
  return characters.slice(0, isNear ? space : count);
}

/** Longer words are cut: half a word shows more than a gap. */
const NEAR = 12;

/** A visible text in rows of a width, broken between words; a word that is longer is broken too. */
export function wrapped(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  let used = 0;
  for (const piece of text.split(/(?<= )/)) {
    for (const part of widthOf(piece) > width ? Array.from(piece) : [piece]) {
      if (used > 0 && used + widthOf(part.trimEnd()) > width) {
        rows.push(row.trimEnd());
        row = "";
        used = 0;
      }
      row += part;
      used += widthOf(part);
    }
  }
  return [...rows, row.trimEnd()];
}
