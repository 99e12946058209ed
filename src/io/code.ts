import { sourcesName } from "../sources.js";
import { ROOT } from "./root.ts";

/** Fingerprints of the code that makes the site; the lockfile stands for the libraries. */
export interface CodeFingerprint {
  /** Of everything that a page's bytes depend on. */
  readonly all: string;
  /** Of what reads content: without the layouts. */
  readonly reading: string;
}

/** Of the code that runs: a bundle is called by it (`src/load.js`). Sources that run as they are, in tests, are read. */
export function codeFingerprint(): CodeFingerprint {
  const bundle = /\/\.galley\/code\/([0-9a-f-]+)\//.exec(import.meta.url)?.[1];
  const all = bundle ?? sourcesName(ROOT);
  return { all, reading: all.split("-")[0]! };
}
