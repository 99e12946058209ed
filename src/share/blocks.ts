import type { Tone } from "./colours.ts";
import { balanced, cut, fits, linesOf, type Measure } from "./lines.ts";
import type { Letter, Setter, Style } from "./type.ts";

export interface Line {
  readonly tone: Tone;
  readonly letters: readonly Letter[];
}

/** Lines one below the other. */
export interface Block extends Style {
  /** From line to line, in pixels. */
  readonly leading: number;
  readonly most: number;
}

/** Where lines stand, in pixels. */
export interface Column {
  readonly left: number;
  readonly width: number;
}

/** Sets lines in a column; of an empty text there are none. */
export function linesIn({ left, width: columnWidth }: Column, { widthOf, set }: Setter) {
  function measureIn(style: Style): Measure {
    const known = new Map<string, number>();
    return (line) => {
      let width = known.get(line);
      if (width === undefined) known.set(line, (width = widthOf(line, style)));
      return width;
    };
  }

  /** One line, cut where it is too long. */
  function lineAt(
    y: number,
    text: string,
    style: Style,
    tone: Tone,
    { left: x, width }: Column = { left, width: columnWidth },
  ): readonly Line[] {
    if (text === "") return [];
    const measure = measureIn(style);
    const [line] = cut(linesOf(text, width, measure), 1, width, measure);
    return [{ tone, letters: set(line!, style, x, y) }];
  }

  /** The text in the first block that holds it, its last line at `end`. What none holds is cut to the last block. */
  function blockTo(
    end: number,
    text: string,
    blocks: readonly Block[],
    tone: Tone,
  ): readonly Line[] {
    if (text === "") return [];
    const { block, lines } = filled(text, blocks);
    const first = end - (lines.length - 1) * block.leading;
    return lines.map((line, i) => ({
      tone,
      letters: set(line, block, left, first + i * block.leading),
    }));
  }

  function filled(text: string, blocks: readonly Block[]) {
    for (const block of blocks) {
      const measure = measureIn(block);
      const isHeld =
        fits(text, columnWidth, measure) &&
        linesOf(text, columnWidth, measure).length <= block.most;
      if (isHeld) return { block, lines: balanced(text, columnWidth, measure) };
    }
    const block = blocks.at(-1)!;
    const measure = measureIn(block);
    const lines = cut(linesOf(text, columnWidth, measure), block.most, columnWidth, measure);
    return { block, lines };
  }

  return { lineAt, blockTo };
}
