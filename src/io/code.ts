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

export function codeFingerprint(): CodeFingerprint {
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
