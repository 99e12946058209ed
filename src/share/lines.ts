/** How wide a line is, in whatever unit the width of the column is given. */
export type Measure = (line: string) => number;

/** Behind spaces, but where a lone letter would end the line; and between words that a hyphen, a dash or a slash joins. */
const BREAKS = /(?<= )(?<!(?:^|[^\p{L}])\p{L} )|(?<=\p{L}[-–—/])(?=\p{L})/u;

/** Whether no word is wider than the column. */
export const fits = (text: string, width: number, measure: Measure): boolean =>
  text.split(BREAKS).every((word) => measure(word.trimEnd()) <= width);

/** Breaks a text into as few lines as the width allows. A word that is too wide is broken where it has to be. */
export function linesOf(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAKS).flatMap((word) => partsOf(word, width, measure))) {
    if (line !== "" && measure((line + word).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** Narrowing the column stops at differences that nobody sees: this part of its width. */
const FINE = 1 / 64;

/** The same number of lines, as equally long as words let them be. */
export function balanced(text: string, width: number, measure: Measure): readonly string[] {
  let best = linesOf(text, width, measure);
  let [narrow, wide] = [width / best.length / 2, width];
  while (wide - narrow > width * FINE) {
    const middle = (narrow + wide) / 2;
    const lines = linesOf(text, middle, measure);
    const isGood = lines.length === best.length && fits(text, middle, measure);
    if (isGood) [best, wide] = [lines, middle];
    else narrow = middle;
  }
  return best;
}

/** The first lines, with an ellipsis behind the last word that leaves room for it. */
export function cut(
  lines: readonly string[],
  most: number,
  width: number,
  measure: Measure,
): readonly string[] {
  if (lines.length <= most) return lines;
  let last = lines[most - 1]!;
  while (measure(elided(last)) > width) last = shortened(last);
  return [...lines.slice(0, most - 1), elided(last)];
}

/** No dash, comma or bracket stands before the ellipsis. */
const elided = (line: string): string => `${line.replace(/[\s\p{Pd}\p{Ps}\p{Pi}.,;:…/]+$/u, "")}…`;

/** Without its last word; a lone word without its last character. */
const shortened = (line: string): string => {
  const space = line.lastIndexOf(" ");
  return space > 0 ? line.slice(0, space) : Array.from(line).slice(0, -1).join("");
};

function partsOf(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && measure((part + character).trimEnd()) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
