import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { rowOf } from "./frame.ts";
import { cutMiddle, visible, widthOf } from "./visible.ts";

/** A line as a terminal shows it, and what marks it. */
interface ChangedLine {
  readonly line: number;
  readonly text: string;
  readonly carets: string;
}

/**
 * The line in which some spans of a text stand, cut around them to a width, with carets below each. Several spans are of
 * one line and fit the width together; one alone may be longer, and have several lines.
 */
export function changedLine(spans: readonly Span[], lines: LineIndex, room: number): ChangedLine {
  const whole = { start: spans[0]!.start, end: spans.at(-1)!.end };
  const { line, text, from, to } = asOneLine(whole, lines);
  const row = rowOf(line, text, from, to, cutMiddle, room);
  const indent = " ".repeat(row.indent);
  if (spans.length === 1) return { line, text: row.text, carets: indent + "^".repeat(row.marked) };

  // What a group of changes takes was made to fit: nothing of it is cut.
  const columns = (start: number, end: number): number =>
    widthOf(visible(text.slice(from + start - whole.start, from + end - whole.start)));
  const carets = spans.map(({ start, end }, i) => {
    const before = i === 0 ? start : spans[i - 1]!.end;
    return " ".repeat(columns(before, start)) + "^".repeat(columns(start, end));
  });
  return { line, text: row.text, carets: indent + carets.join("") };
}

/** The line that a span stands in; of a span of several lines the first and the last, as one. */
function asOneLine(
  span: Span,
  lines: LineIndex,
): { readonly line: number; readonly text: string; readonly from: number; readonly to: number } {
  const { start, end } = lines.rangeOf(span);
  const { line } = start;
  const from = start.column - 1;
  const first = lines.lineText(line);
  if (end.line === line) return { line, text: first, from, to: end.column - 1 };
  const last = lines.lineText(end.line);
  const text = `${first}${end.line - line > 1 ? " … " : " "}${last}`;
  return { line, text, from, to: text.length - last.length + end.column - 1 };
}
