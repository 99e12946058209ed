import { lineIndex, type LineIndex, type Range } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Sources } from "./diagnostic.ts";

/** Finds lines and columns in the texts of a report; each text is read and indexed once. */
export interface Places {
  rangeOf(file: string, span: Span): Range;
  /** Empty where a file has none. */
  textOf(file: string): string;
  /** The lines of a file; undefined where it has no text. */
  linesOf(file: string): LineIndex | undefined;
}

export function placesIn(sources: Sources): Places {
  const texts = new Map<string, string | undefined>();
  const indexes = new Map<string, LineIndex | undefined>();

  function textIn(file: string): string | undefined {
    if (!texts.has(file)) texts.set(file, sources(file));
    return texts.get(file);
  }

  function linesOf(file: string): LineIndex | undefined {
    if (!indexes.has(file)) {
      const text = textIn(file);
      indexes.set(file, text === undefined ? undefined : lineIndex(text));
    }
    return indexes.get(file);
  }

  return {
    textOf: (file) => textIn(file) ?? "",
    linesOf,
    rangeOf: (file, span) => (linesOf(file) ?? WITHOUT_TEXT).rangeOf(span),
  };
}

/** A picture, a folder: all there is to point to is its beginning. */
const WITHOUT_TEXT = lineIndex("");

/**
 * A file as a terminal or a web site opens it: below the content folder as the user typed it. Files of
 * `public/` are named with that folder, which a content folder can't hold.
 */
export function pathOf(file: string, root: string): string {
  if (root === "" || root === "." || file.startsWith("public/")) return file;
  return `${root.replace(/[/\\]+$/, "")}/${file}`;
}

/** A path as part of an address. */
export const urlPath = (path: string): string =>
  path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
