import type { Span } from "../text/span.ts";

export type Path = readonly (string | number)[];

/** A mapping as plain data, with the way back to where its parts are written. */
export interface Tree {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the value at a path stands; undefined where there is none. */
  spanOf(path: Path): Span | undefined;
  /** Where the key that a path ends in stands. */
  keySpanOf(path: Path): Span | undefined;
}

/** Why a text is no mapping. */
export interface Flaw {
  /** Continues "the front matter …". */
  readonly message: string;
  readonly help: string;
  readonly span: Span;
}

export type Parsed = { readonly tree: Tree } | { readonly flaws: readonly Flaw[] };
