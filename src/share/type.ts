import type { Font } from "./font.ts";

export type Weight = "regular" | "bold";

/** How letters are set. */
export interface Style {
  readonly weight: Weight;
  /** Of an em, in pixels. */
  readonly size: number;
  /** Between letters, in ems: large type stands closer, small type wider. */
  readonly tracking: number;
}

/** A letter in its place. */
export interface Letter {
  readonly character: string;
  readonly style: Style;
  /** Where its pen stands, in pixels from the left edge: to a half, or of small type to a quarter. */
  readonly x: number;
  /** The line that it stands on, in whole pixels from the top. */
  readonly y: number;
}

/** Letters stand at halves of a pixel, small ones at quarters: each further place is a letter more to draw. */
const stepsOf = (size: number): number => (size < SMALL ? 4 : 2);
const SMALL = 50;

/** Sets one line from its left end, and tells how wide it is. */
export interface Setter {
  widthOf(line: string, style: Style): number;
  set(line: string, style: Style, x: number, y: number): readonly Letter[];
}

export function setterOf(fonts: Readonly<Record<Weight, Font>>): Setter {
  /** The ends of all letters, in pixels from the line's start. */
  function* pens(line: string, { weight, size, tracking }: Style) {
    const { glyphOf, kerningOf, advanceOf } = fonts[weight];
    let [pen, last] = [0, 0];
    for (const character of ligated(line)) {
      const glyph = glyphOf(character.codePointAt(0)!);
      const start = last === 0 ? pen : pen + (kerningOf(last, glyph) + tracking) * size;
      pen = start + advanceOf(glyph) * size;
      last = glyph;
      yield { character, start, end: pen };
    }
  }

  return {
    widthOf(line, style) {
      let width = 0;
      for (const { end } of pens(line, style)) width = end;
      return width;
    },
    set(line, style, x, y) {
      const [first] = pens(line, style);
      const steps = stepsOf(style.size);
      const hung = first && HANGING.test(line) ? first.end : 0;
      return Array.from(pens(line, style), ({ character, start }) => {
        const place = Math.round((x - hung + start) * steps) / steps;
        return { character, style, x: place, y };
      }).filter(({ character }) => character.trim() !== "");
    },
  };
}

/** Opening quotes hang into the margin, so that the words below each other begin below each other. */
const HANGING = /^["'“‘„‚«‹]/;

/** The two letters would touch; Literata has one sign for both. */
const ligated = (line: string): string => line.replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ");
