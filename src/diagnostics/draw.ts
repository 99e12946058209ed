import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { frameOf, type Row } from "./frame.ts";

/** What gives the parts of a frame their colours. */
export interface Paint {
  /** Line numbers and rules. */
  margin(text: string): string;
  mark(text: string): string;
}

export const PLAIN: Paint = { margin: (text) => text, mark: (text) => text };

/** Around the rule between the line numbers and the text, and at the edge of a terminal. */
export const SPACES = 3;

/**
 * The lines of a place with their numbers, and a mark below what it is about; empty where there is none to show.
 *
 * @param width in columns
 */
export function drawn(
  lines: LineIndex | undefined,
  span: Span,
  width: number,
  paint: Paint = PLAIN,
): readonly string[] {
  const gutter = `${lines?.positionAt(span.end).line ?? 1}`.length;
  const rows = lines ? frameOf(lines, span, width - gutter - SPACES) : [];
  if (rows.length === 0) return [];
  const isBroken = rows.length > 1 && rows[1]!.line - rows[0]!.line > 1;
  const pictures = rows.map((row) => draw(row, gutter, paint));
  const gap = isBroken ? [paint.margin(`${" ".repeat(gutter)} ┆`)] : [];
  return [...pictures[0]!, ...gap, ...pictures.slice(1).flat()];
}

const draw = (row: Row, gutter: number, paint: Paint): readonly string[] =>
  underlined(
    `${`${row.line}`.padStart(gutter)} │`,
    row.text,
    `${" ".repeat(row.indent)}${"^".repeat(row.marked)}`,
    paint,
  );

/** A line behind its margin, and below it the carets that mark it. */
export const underlined = (
  margin: string,
  text: string,
  carets: string,
  paint: Paint,
): readonly string[] => [
  `${paint.margin(margin)} ${text}`.trimEnd(),
  `${paint.margin(`${" ".repeat(margin.length - 1)}│`)} ${carets.replace(/\^+/g, paint.mark)}`,
];
