import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { cutEnd, cutMiddle, cutStart, visible, widthOf } from "./visible.ts";

/** A row of a frame: the gutter with its line number, the text, and how much of it is marked. */
export interface Row {
  readonly line: number;
  readonly text: string;
  /** In columns of the terminal. */
  readonly indent: number;
  readonly marked: number;
}

/** Characters on each side of a place: more than any terminal has columns, marks that take none included. */
const MOST_SEEN = 500;

/** Marked text leaves a quarter of the width to what stands around it. */
const SHARE_OF_MARK = 0.75;

/**
 * The lines of a place as a terminal of this width shows them: the whole line, cut around the place; of a
 * place of several lines the first and the last. Empty for the place of a file as a whole.
 */
export function frameOf(lines: LineIndex, span: Span, width: number): readonly Row[] {
  if (span.end === 0) return [];
  const { start, end } = lines.rangeOf(span);
  const first = lines.lineText(start.line);
  if (start.line === end.line) {
    return [rowOf(start.line, first, start.column - 1, end.column - 1, cutMiddle, width)];
  }

  const top = rowOf(start.line, first, start.column - 1, first.length, cutEnd, width);
  if (end.column === 1) return [top];
  const last = lines.lineText(end.line);
  return [top, rowOf(end.line, last, 0, end.column - 1, cutStart, width)];
}

/** A line, cut around what is marked in it. `from` and `to` are offsets into it. */
export function rowOf(
  line: number,
  text: string,
  from: number,
  to: number,
  cut: (text: string, width: number) => string,
  width: number,
): Row {
  // A line may be a megabyte long: what is far from the place is cut off unseen.
  const whole = {
    before: visible(text.slice(Math.max(0, from - MOST_SEEN), from)),
    after: visible(text.slice(to, to + MOST_SEEN)),
  };
  const marked = visible(text.slice(from, to));
  const around = widthOf(whole.before) + widthOf(whole.after);
  const fits = widthOf(marked) + around <= width;
  const mark = fits
    ? marked
    : cut(marked, Math.max(width - around, Math.floor(width * SHARE_OF_MARK)));

  const room = width - widthOf(mark);
  const ahead = Math.min(widthOf(whole.before), Math.max(room >> 1, room - widthOf(whole.after)));
  const before = cutStart(whole.before, ahead);
  const after = cutEnd(whole.after, room - widthOf(before));
  return {
    line,
    text: before + mark + after,
    indent: widthOf(before),
    marked: Math.max(1, widthOf(mark)),
  };
}
