import type { Token } from "markdown-it";
import { lastNotAfter, lineStarts } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** The lines of an inline token's content: one may hold thousands of links. */
interface Content {
  readonly token: Token;
  readonly starts: readonly number[];
  /** Where each line's content begins in its source line, as far as it was asked for. */
  readonly columns: (number | undefined)[];
}

const contentOf = (token: Token): Content => ({
  token,
  starts: lineStarts(token.content),
  columns: [],
});

const lineOf = ({ content }: Token, starts: readonly number[], line: number): string =>
  content.slice(starts[line], (starts[line + 1] ?? content.length + 1) - 1);

/** Finds the source of what markdown-it parsed. Offsets count in the source, lines from 0. */
export class SourceMap {
  readonly #source: string;
  #starts: readonly number[] | undefined;
  #last: Content | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The lines of a block, or of a table's row, without the end of the last; else the whole source. */
  block(token: Token): Span {
    const [from, to] = linesOf(token) ?? [0, Infinity];
    const start = this.#startOf(from);
    const length = this.#source.slice(start, this.#startOf(to)).replace(/[\r\n]+$/, "").length;
    return { start, end: start + length };
  }

  /** The source of an offset in an inline token's content; undefined where markdown-it changed it. */
  inline(token: Token, offset: number): number | undefined {
    const first = linesOf(token)?.[0];
    if (first === undefined) return undefined;
    if (this.#last?.token !== token) this.#last = contentOf(token);
    const { starts, columns } = this.#last;
    const line = lastNotAfter(starts, offset);
    const column = (columns[line] ??= this.#columnOf(first + line, lineOf(token, starts, line)));
    return column < 0 ? undefined : this.#startOf(first + line) + column + offset - starts[line]!;
  }

  /** Only what markdown-it strips, markers and white space, stands before or behind a line's content. */
  #columnOf(line: number, content: string): number {
    return this.#source.slice(this.#startOf(line), this.#startOf(line + 1)).lastIndexOf(content);
  }

  #startOf(line: number): number {
    this.#starts ??= lineStarts(this.#source);
    return this.#starts[line] ?? this.#source.length;
  }
}

/** Cells have no lines of their own: `tables.ts` notes their row's. */
function linesOf({ map, meta }: Token): readonly [number, number] | undefined {
  if (map) return map;
  const row = meta?.["row"];
  return typeof row === "number" ? [row, row + 1] : undefined;
}
