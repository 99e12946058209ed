import { inFile, type Diagnostic, type Finding } from "../diagnostics/diagnostic.ts";
import type { Essay, Format, Source } from "../essays/essay.ts";

/** Text to import, before it is looked at. */
export interface Paste {
  /** How errors speak of it: the file as it was typed, or `stdin`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** The file's name without its ending; undefined for standard input. */
  readonly stem?: string;
  /** Where it lies; undefined for standard input. */
  readonly path?: string;
  /** Of an essay that lies in the content folder already: its file there, which it keeps. */
  readonly inPlace?: string;
}

/** What the writer asks for. */
export interface Wishes {
  /** In one line. */
  readonly title?: string;
  /** `YYYY-MM-DD`, a day that exists. */
  readonly date?: string;
  readonly markdown: boolean;
  readonly unwrap: boolean;
}

/** An essay that a paste became, not written yet. */
export interface Draft {
  readonly kind: "draft";
  readonly paste: Paste;
  readonly text: string;
  readonly source: Source;
  readonly essay: Essay;
  /** Where title and date are from, in words. */
  readonly titleFrom: string;
  readonly dateFrom: string;
  /** How many lines were joined to the one above; undefined where that was not asked for, or is no matter. */
  readonly joined?: number;
}

/** Why a paste became none: in words, or findings with their places in it. */
export interface Rejection {
  readonly kind: "rejection";
  readonly name: string;
  readonly message?: string;
  readonly findings: readonly Diagnostic[];
  /** What the findings point into. */
  readonly text: string;
}

export const rejected = (name: string, message: string): Rejection => ({
  kind: "rejection",
  name,
  message,
  findings: [],
  text: "",
});

export const misread = (name: string, text: string, findings: readonly Finding[]): Rejection => ({
  kind: "rejection",
  name,
  findings: findings.map((finding) => inFile(name, finding)),
  text,
});
