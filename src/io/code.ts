import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./files.ts";
import { ROOT } from "./root.ts";
import { filesBelow, isHidden, isLitter } from "./walk.ts";

/** Fingerprints of the code that makes the site; the lockfile stands for the libraries. */
export interface CodeFingerprint {
  /** Of everything that a page's bytes depend on. */
  readonly all: string;
  /** Of what reads content: without the layouts. */
  readonly reading: string;
}

/** Of the code that runs: a bundle is called by it (`src/load.js`). Sources that run as they are, in tests, are read. */
export function codeFingerprint(): CodeFingerprint {
  const bundle = /\/\.galley\/code\/([0-9a-f]+)-([0-9a-f]+)\//.exec(import.meta.url);
  if (bundle) return { reading: bundle[1]!, all: `${bundle[1]}-${bundle[2]}` };
  const reading = [...folder("src"), ...["package-lock.json", ".eleventy.js"].map(fileLine)];
  const all = [...reading, ...folder("layouts")];
  return { reading: hash("sha1", reading.join("\n")), all: hash("sha1", all.join("\n")) };
}

const folder = (name: string): readonly string[] =>
  filesBelow(join(ROOT, name), (part) => isHidden(part) || isLitter(part)).map(({ file }) =>
    fileLine(`${name}/${file}`),
  );

function fileLine(file: string): string {
  try {
    return `${file} ${hash("sha1", readFileSync(join(ROOT, file)))}`;
  } catch (error) {
    if (isMissing(error)) return `${file} -`;
    throw error;
  }
}
