import type { LineIndex } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { countWords } from "../../text/words.ts";

/** A line of a place: what is shown of it, in the order of reading. */
export interface ExcerptLine {
  /** Counts from 1. */
  readonly line: number;
  readonly pieces: readonly Piece[];
}

export type Piece =
  | { readonly kind: "same" | "changed"; readonly span: Span }
  /** Words between two pieces that are not shown. */
  | { readonly kind: "gap"; readonly words: number };

/** Characters on both sides of a change by which a reader finds the place. */
const AROUND = 100;
/** Fewer characters are shown rather than counted. */
const LEAST_GAP = 80;
/** Of the room, for the beginning of a place that is too long and in which nothing has changed. */
const SHARE_OF_BEGINNING = 2 / 3;
/** How far a cut moves to stand between two words, in characters. */
const NEAR = 20;

/**
 * A place of a text, cut to about `room` characters: what has changed stays with some words around it, and of the rest the
 * beginning and the end.
 *
 * @param changed what to mark, sorted and apart
 */
export function excerptOf(
  text: string,
  lines: LineIndex,
  span: Span,
  changed: readonly Span[],
  room: number,
): readonly ExcerptLine[] {
  const kept = keptOf(text, span, changed, room);
  const shown: { line: number; pieces: Piece[] }[] = [];
  let behind = span.start;
  for (const part of [...kept, { start: span.end, end: span.end }]) {
    const words = part.start > behind ? countWords(text, { start: behind, end: part.start }) : 0;
    if (words > 0) put({ kind: "gap", words }, behind);
    for (const piece of piecesOf(part, changed)) {
      for (const { start, end } of linesOf(text, piece.span)) {
        put({ kind: piece.kind, span: { start, end } }, start);
      }
    }
    behind = part.end;
  }
  return shown;

  function put(piece: Piece, offset: number): void {
    const { line } = lines.positionAt(offset);
    const last = shown.at(-1);
    // A gap of several lines stands at the end of the line that it begins in.
    if (last && last.line >= line) last.pieces.push(piece);
    else shown.push({ line, pieces: [piece] });
  }
}

function keptOf(text: string, span: Span, changed: readonly Span[], room: number): readonly Span[] {
  const { start, end } = span;
  if (end - start <= room) return [span];
  const share = changed.length === 0 ? SHARE_OF_BEGINNING : 1 / 6;
  const beginning = { start, end: start + Math.floor(room * share) };
  const ending = { start: end - Math.floor(room * Math.min(share, 1 - share)), end };
  const wanted = changed.map((change) => ({
    start: Math.max(start, change.start - AROUND),
    end: Math.min(end, change.end + AROUND),
  }));
  return joined([beginning, ...within(joined(wanted), room * (1 - 2 * share)), ending]).map(
    (part) => atWords(text, part, span),
  );
}

/** As many parts as there is room for; the last of them is cut. */
function within(parts: readonly Span[], room: number): readonly Span[] {
  let left = Math.floor(room);
  return parts.flatMap(({ start, end }) => {
    if (left <= 0) return [];
    const length = Math.min(end - start, left);
    left -= length;
    return [{ start, end: start + length }];
  });
}

/** Parts that overlap or nearly meet are one. */
function joined(parts: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start - last.end < LEAST_GAP) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The part without the halves of words at its ends, where words are short. */
function atWords(text: string, { start, end }: Span, whole: Span): Span {
  const first = start === whole.start ? 0 : text.slice(start, start + NEAR).search(/\s/) + 1;
  const last = end === whole.end ? -1 : text.slice(end - NEAR, end).search(/\s\S*$/);
  return { start: start + first, end: last < 0 ? end : end - NEAR + last };
}

function piecesOf(
  part: Span,
  changed: readonly Span[],
): readonly { readonly kind: "same" | "changed"; readonly span: Span }[] {
  const pieces: { kind: "same" | "changed"; span: Span }[] = [];
  let at = part.start;
  for (const change of changed) {
    const start = Math.max(at, change.start);
    const end = Math.min(part.end, change.end);
    if (end <= start) continue;
    if (start > at) pieces.push({ kind: "same", span: { start: at, end: start } });
    pieces.push({ kind: "changed", span: { start, end } });
    at = end;
  }
  if (part.end > at) pieces.push({ kind: "same", span: { start: at, end: part.end } });
  return pieces;
}

/** What of a span stands on each of its lines; nothing for lines without text. */
function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const rows = [...text.slice(start, end).matchAll(/[^\r\n]+/g)];
  // A space between two pieces of one line is text, too.
  const shown = rows.length === 1 ? rows : rows.filter(([row]) => /\S/.test(row));
  return shown.map(({ 0: row, index }) => ({
    start: start + index,
    end: start + index + row.length,
  }));
}
