import type { Span } from "../text/span.ts";
import { lineEnd, lineStart, proseWords, type Original, type Pair } from "./original.ts";

/**
 * The lines of a copy, with those around them that hold no prose and stand around the first one too: a quotation, code, a
 * picture without words that were copied along. The copy is to begin and end its lines.
 */
export function neighbouringLines(original: Original, { kept, copy }: Pair): Span {
  const start = extended(
    original,
    lineStart(original, copy.start),
    lineStart(original, kept.start),
    above,
  );
  const end = extended(original, lineEnd(original, copy.end), lineEnd(original, kept.end), below);
  return { start, end };
}

/** A line across the page parts what is there from what comes; it is copied with neither. */
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;

type Next = (original: Original, at: number) => Span | undefined;

function extended(original: Original, ofCopy: number, ofKept: number, next: Next): number {
  const { text } = original;
  let [at, like] = [ofCopy, ofKept];
  for (;;) {
    const [line, other] = [next(original, at), next(original, like)];
    if (!line || !other || !isEqual(text, line, other)) return at;
    if (RULE.test(text.slice(line.start, line.end))) return at;
    if (proseWords(original, line.start, line.end).count > 0) return at;
    const forth = next === below;
    [at, like] = forth ? [line.end, other.end] : [line.start, other.start];
  }
}

const isEqual = (text: string, a: Span, b: Span): boolean =>
  text.slice(a.start, a.end).trimEnd() === text.slice(b.start, b.end).trimEnd();

/** The line above that is not blank. */
function above(original: Original, at: number): Span | undefined {
  const { text, body } = original;
  const end = body.start + text.slice(body.start, at).trimEnd().length;
  return end <= body.start ? undefined : { start: lineStart(original, end), end };
}

/** The line below that is not blank. */
function below(original: Original, at: number): Span | undefined {
  const { text } = original;
  const first = text.length - text.slice(at).trimStart().length;
  if (first >= text.length) return undefined;
  return { start: lineStart(original, first), end: lineEnd(original, first) };
}
