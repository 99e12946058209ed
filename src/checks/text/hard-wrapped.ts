import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Format, Manuscript } from "../../essays/essay.ts";
import type { Span } from "../../text/span.ts";

/** Where mail programs and editors break lines, in characters. Verse is shorter, pasted paragraphs are longer. */
const SHORTEST_LINE = 50;
const LONGEST_LINE = 90;
/** A sentence may be broken on purpose once or twice. */
const FEWEST_BREAKS = 3;

/** A `.txt` whose lines were broken at a width: every line of it would become a paragraph. */
export function hardWrapped(
  text: string,
  { body }: Manuscript,
  format: Format,
): readonly Finding[] {
  if (format !== "txt") return [];
  const lines = linesOf(text, body);
  const seams = lines.slice(1).flatMap((next, i) => {
    const line = lines[i]!;
    return isBlank(text, line) || isBlank(text, next) ? [] : [{ line, next }];
  });
  const breaks = seams.filter(({ line, next }) => isBrokenSentence(text, line, next));
  const first = breaks[0];
  if (!first || breaks.length < FEWEST_BREAKS || breaks.length * 2 < seams.length) return [];
  return [
    {
      code: "hard-wrapped",
      severity: "warning",
      message: `${breaks.length} lines end inside a sentence, as if they were wrapped at a width`,
      help: "In a .txt every line is a paragraph, so readers would see broken sentences. Join the lines of each paragraph: `npm run import -- --unwrap FILE` does it. Or rename the file to .md, where a line break is a space.",
      span: first.line,
    },
  ];
}

function linesOf(text: string, body: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = body.start;
  for (const { index, 0: ending } of text.slice(body.start, body.end).matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: body.start + index });
    start = body.start + index + ending.length;
  }
  return [...lines, { start, end: body.end }];
}

const isBlank = (text: string, { start, end }: Span): boolean =>
  text.slice(start, end).trim() === "";

function isBrokenSentence(text: string, line: Span, next: Span): boolean {
  const length = line.end - line.start;
  if (length < SHORTEST_LINE || length > LONGEST_LINE) return false;
  const words = text.slice(line.start, line.end).trimEnd();
  return (
    /[\p{L}\p{M}\p{N},;–—-]$/u.test(words) && /^\s*\p{Ll}/u.test(text.slice(next.start, next.end))
  );
}
