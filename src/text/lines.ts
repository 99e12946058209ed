import { firstFrom } from "./sorted.ts";
import type { Span } from "./span.ts";

/** A place as editors show it: line and column count from 1, `offset` from 0, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Answers "which line is this offset in" for one text. */
export interface LineIndex {
  readonly count: number;
  positionAt(offset: number): Position;
  rangeOf(span: Span): Range;
  /** The line's text without its line ending; `line` counts from 1. */
  lineText(line: number): string;
}

const LF = 10;
const CR = 13;
const BOM = 0xfeff;

/** Indexes a text's lines: LF, CRLF and a lone CR each end one. A BOM has an offset but no column. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const bom = text.charCodeAt(0) === BOM ? 1 : 0;

  function positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, text.length));
    const line = lastNotAfter(starts, at);
    const shift = line === 0 ? bom : 0;
    return { line: line + 1, column: Math.max(0, at - starts[line]! - shift) + 1, offset: at };
  }

  return {
    count: starts.length,
    positionAt,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    lineText(line) {
      const start = starts[line - 1] ?? text.length;
      const end = starts[line] ?? text.length;
      return text.slice(line === 1 ? start + bom : start, end).replace(/[\r\n]+$/, "");
    },
  };
}

/** The offset at which each line starts: LF, CRLF and a lone CR each end one. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** The index of the last start that is not after `offset`. */
export const lastNotAfter = (starts: readonly number[], offset: number): number =>
  Math.max(0, firstFrom(starts, offset + 1) - 1);
