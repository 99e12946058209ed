import picocolors from "picocolors";
import type { Span } from "../text/span.ts";
import { linesWithout, type Line } from "./diff-lines.ts";
import { visible, wrapped } from "./visible.ts";

/** A text that something is cut out of. */
export interface Shortened {
  /** The file as a terminal opens it. */
  readonly path: string;
  readonly text: string;
  /** Sorted, apart. */
  readonly cuts: readonly Span[];
}

export interface DiffOptions {
  readonly colour: boolean;
  /**
   * Columns of the terminal: lines are wrapped at it, and what a cut leaves of a line is shown near the cut alone. Without it
   * lines are whole, and the diff is one that `patch` takes.
   */
  readonly width?: number;
}

/** Lines that stay, shown around those that go: as many as `diff -u` shows, and of paragraphs fewer. */
const CONTEXT = { whole: 3, wrapped: 1 } as const;
const LEAST_WIDTH = 40;

/** What is cut out of a text, as a unified diff. */
export function renderDiff(shortened: Shortened, { colour, width }: DiffOptions): string {
  const colours = picocolors.createColors(colour);
  const columns = width === undefined ? undefined : Math.max(width, LEAST_WIDTH);
  const path = visible(shortened.path);
  const head = [`--- ${path}`, `+++ ${path}`].map((line) => colours.bold(line));
  const paint = { "-": colours.red, "+": colours.green, " ": colours.dim, "@": colours.cyan };
  const lines = linesWithout(shortened.text, shortened.cuts, columns !== undefined);
  const hunks = hunksOf(lines, columns === undefined ? CONTEXT.whole : CONTEXT.wrapped);
  const body = hunks.flatMap((hunk) => [
    paint["@"](hunk.head),
    ...hunk.lines.flatMap((line) => rowsOf(line, columns).map((row) => paint[line.sign](row))),
  ]);
  return [...head, ...body].map((line) => `${line}\n`).join("");
}

function rowsOf({ sign, text, isUnended }: Line, columns: number | undefined): readonly string[] {
  if (columns === undefined) {
    return [sign + visible(text), ...(isUnended ? ["\\ No newline at end of file"] : [])];
  }
  const rows = wrapped(visible(text), columns - 3);
  const shown = sign === " " && rows.length > 1 ? [`${rows[0]!} …`] : rows;
  // What goes on is indented: where a paragraph begins is then seen.
  return shown.map((row, i) => sign + (i === 0 ? "" : "  ") + row);
}

interface Hunk {
  readonly head: string;
  readonly lines: readonly Line[];
}

function hunksOf(lines: readonly Line[], context: number): readonly Hunk[] {
  const groups: { from: number; to: number }[] = [];
  lines.forEach(({ sign }, i) => {
    if (sign === " ") return;
    const last = groups.at(-1);
    if (last && i - last.to <= 2 * context) last.to = i + 1;
    else groups.push({ from: i, to: i + 1 });
  });
  const at = { old: 1, new: 1 };
  let seen = 0;
  return groups.map(({ from, to }) => {
    const start = Math.max(0, from - context);
    advance(at, lines.slice(seen, start));
    const shown = lines.slice(start, to + context);
    const { old, new: now } = at;
    advance(at, shown);
    seen = start + shown.length;
    const head = `@@ -${old},${at.old - old} +${now},${at.new - now} @@`;
    return { head, lines: shown };
  });
}

function advance(at: { old: number; new: number }, lines: readonly Line[]): void {
  at.old += lines.filter(({ sign }) => sign !== "+").length;
  at.new += lines.filter(({ sign }) => sign !== "-").length;
}
