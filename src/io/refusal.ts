/** An expected failure, to be shown as one line: no stack trace would help whoever reads it. */
export class Refusal extends Error {
  /** Tells Eleventy to leave the stack out. */
  readonly skipOriginalStack = true;
}
