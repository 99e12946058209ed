import type { Span } from "../text/span.ts";
import type { Code, Severity } from "./codes.ts";

/** What a reader of one text alone can say: a diagnostic that does not know its file yet. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, in one line, without a full stop. */
  readonly message: string;
  /** Why it matters to the reader and what to do. */
  readonly help?: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** Machine-readable detail, plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Another place that belongs to the finding, for instance the first copy of a passage. */
export interface Related {
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /**
   * Where this place says nearly the same as the finding's: what has changed, in the order of reading. Empty where
   * the words are the same in another order. It may be a costly getter: ask for it only to show it.
   */
  readonly changes?: readonly Change[];
}

/** Words that only one of two places has; where both are there, one replaced the other. */
export interface Change {
  /** In the file of the finding. */
  readonly here?: Span;
  /** In the file of the related place. */
  readonly there?: Span;
}

/** One plain readonly value, never thrown. `file` is relative to the content folder, with `/`. */
export interface Diagnostic extends Finding {
  readonly file: string;
}

/** The text of a file that a diagnostic names; undefined where it has none (a picture, a folder). */
export type Sources = (file: string) => string | undefined;

/** What a proof covered and found: the head line of every report. */
export interface Summary {
  readonly essays: number;
  readonly words: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface Report {
  readonly summary: Summary;
  /** In the total order of `inOrder`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** How a report is to be shown; each reporter takes what it needs. */
export interface ReportOptions {
  readonly colour: boolean;
  /** The content folder as the user typed it: a terminal opens what is printed. */
  readonly root: string;
  /** Columns of the terminal. */
  readonly width?: number;
  /** The address that the repository's files are read below, with a slash at its end, where one is known. */
  readonly repository?: string | undefined;
}

export const inFile = (file: string, finding: Finding): Diagnostic => ({ ...finding, file });

/** Sorts into the one order of all reports: file, offset, code. Never by locale. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.span.start - b.span.start ||
      compare(a.code, b.code) ||
      a.span.end - b.span.end ||
      compare(a.message, b.message),
  );
}

/** A report on fewer findings of the same site. */
export const withDiagnostics = (report: Report, diagnostics: readonly Diagnostic[]): Report => ({
  ...report,
  diagnostics,
  summary: { ...report.summary, ...countsOf(diagnostics) },
});

/** The report on what stops a build. */
export const errorsOf = (report: Report): Report =>
  withDiagnostics(
    report,
    report.diagnostics.filter(({ severity }) => severity === "error"),
  );

/** How many findings there are of each severity. */
export function countsOf(
  diagnostics: readonly Diagnostic[],
): Pick<Summary, "errors" | "warnings" | "notes"> {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("note") };
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
