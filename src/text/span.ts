/** A run of a text, in UTF-16 code units; `end` is exclusive. The one unit for positions. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place that it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}
