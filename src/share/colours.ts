import type { Colour } from "./png.ts";

export type Tone = "ink" | "faint" | "line" | "accent";

/** By day, as on the site's pages (`public/style.css`). */
const PAPER: Colour = [0xfd, 0xfc, 0xf9];
const INK: Colour = [0x1d, 0x1b, 0x18];
const LINE: Colour = [0xd6, 0xd0, 0xc4];
const ACCENT: Colour = [0x9c, 0x1f, 0x1f];

/** From paper to a colour in so many steps, for the edges of letters. With paper and line they are 16 colours. */
const INK_STEPS = 9;
const ACCENT_STEPS = 5;

/** Where each colour's palest step is in the palette. */
const [INK_PLACE, LINE_PLACE, ACCENT_PLACE] = [1, 1 + INK_STEPS, 2 + INK_STEPS];

export const PALETTE: readonly Colour[] = [
  PAPER,
  ...stepsTo(INK, INK_STEPS),
  LINE,
  ...stepsTo(ACCENT, ACCENT_STEPS),
];

/** Faint ink is ink of which paper shows through so much: within five of 255 what the pages have. */
const FAINT = 7 / INK_STEPS;

/** The place in the palette of a tone, by how much of a pixel it covers: 0 to 255. */
export const placesOf: Readonly<Record<Tone, Uint8Array>> = {
  ink: places(INK_PLACE, INK_STEPS),
  faint: places(INK_PLACE, INK_STEPS * FAINT),
  line: places(LINE_PLACE, 1),
  accent: places(ACCENT_PLACE, ACCENT_STEPS),
};

function stepsTo(colour: Colour, steps: number): readonly Colour[] {
  return Array.from({ length: steps }, (_, step) => {
    const part = (step + 1) / steps;
    const [red, green, blue] = PAPER.map((paper, i) =>
      Math.round(paper + (colour[i]! - paper) * part),
    );
    return [red!, green!, blue!];
  });
}

function places(first: number, steps: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, coverage) => {
    const step = Math.round((coverage * steps) / 255);
    return step === 0 ? 0 : first + step - 1;
  });
}
