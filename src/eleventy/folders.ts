import { hash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Given } from "../io/arguments.ts";
import { PREVIEW, STATE } from "../io/output/folder.ts";
import { DEFAULT_CONTENT, DEFAULT_OUTPUT, ROOT } from "../io/root.ts";
import type { UserConfig } from "./types.ts";

/** Where a build reads and writes, absolute; and what Eleventy is told. */
export interface Folders {
  readonly content: string;
  readonly output: string;
  /** Eleventy's `dir`: relative to the working folder. */
  readonly dir: Readonly<Record<"input" | "output" | "data" | "includes" | "layouts", string>>;
}

/**
 * Eleventy looks for templates, data and front matter in its input folder, and runs what it finds. So it gets an empty
 * one; where `--input` insists on the content folder, that is ignored as a whole, see `configure`.
 */
const EMPTY = join(STATE, "empty");

/** Cannot exist: a path goes through it as if it were a folder, and it is a file that Galley never makes. */
const NOWHERE = ".galley-nowhere";

/** What Eleventy says where nothing was given. */
const UNSET = { input: "./", output: "./_site/" };

/** Previews below other paths, or as of other days, are other sites: they may run side by side. */
function previewFolder({ prefix, asOf }: Given): string {
  if (prefix === undefined && asOf === undefined) return PREVIEW;
  const chosen = JSON.stringify([prefix ?? "", asOf ?? ""]);
  return `${PREVIEW}-${hash("sha1", chosen).slice(0, 8)}`;
}

export function foldersOf({ directories }: UserConfig, isPreview: boolean, given: Given): Folders {
  // A configuration that is loaded anew is told what the one before it answered.
  const hasInput = directories.input !== UNSET.input && resolve(directories.input) !== EMPTY;
  const hasOutput = directories.output !== UNSET.output;
  const usual = isPreview ? previewFolder(given) : DEFAULT_OUTPUT;
  const output = hasOutput ? resolve(directories.output) : usual;
  mkdirSync(EMPTY, { recursive: true });
  return {
    content: hasInput ? resolve(directories.input) : DEFAULT_CONTENT,
    output,
    dir: {
      input: hasInput ? directories.input : relative(ROOT, EMPTY),
      output: relative(ROOT, output),
      data: NOWHERE,
      includes: NOWHERE,
      layouts: NOWHERE,
    },
  };
}
