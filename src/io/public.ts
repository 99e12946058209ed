import { readFileSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasOddCharacter } from "../site/address.ts";
import { hashOf, isMissing } from "./files.ts";
import { isPictureName, type PictureFile } from "./picture-files.ts";
import { oddities, unexpected } from "./unexpected.ts";
import { filesBelow, isLitter, type Entry } from "./walk.ts";

export interface PublicFile {
  /** Relative to `public/` and to the site, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly hash: string;
}

/** Git keeps these for itself; other names with a leading dot (`.well-known`, `.nojekyll`) are meant for the server. */
const isGits = (name: string): boolean => name.startsWith(".git");

const ODD_NAME = "its name has a control character or a backslash in it";

/** Lists and hashes `public/`, which is copied as it is. */
export function readPublic(folder: string): {
  files: readonly PublicFile[];
  findings: readonly Diagnostic[];
} {
  const files: PublicFile[] = [];
  const findings: Diagnostic[] = [];
  for (const entry of filesBelow(folder, (name) => isLitter(name) || isGits(name))) {
    if (entry.kind === "file" && hasOddCharacter(entry.file))
      findings.push(unexpected(`public/${entry.file}`, ODD_NAME));
    else if (entry.kind === "file") files.push(...readEntry(entry));
    else findings.push(unexpected(`public/${entry.file}`, oddities[entry.kind]));
  }
  return { files, findings };
}

/** Pictures of `public/` are known by their site path: texts show them as `/img/x.png`. */
export const publicPictures = (files: readonly PublicFile[]): readonly PictureFile[] =>
  files
    .filter(({ file }) => isPictureName(file))
    .map((entry) => ({ ...entry, file: `/${entry.file}` }));

function readEntry({ file, path }: Entry): readonly PublicFile[] {
  try {
    return [{ file, path, hash: hashOf(readFileSync(path)) }];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
