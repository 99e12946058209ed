import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../io/files.ts";

/** Where objects are borrowed. */
export interface Lenders {
  /** Folders of objects, of one format. */
  readonly objects: readonly string[];
  /** The file that says where a shallow clone ends; it is there in such a clone alone. */
  readonly shallow?: string;
}

/**
 * Makes a git directory whose HEAD is a commit of other repositories, and that reads their objects: so neither a build
 * nor git needs to be told by `GIT_*` variables which history is meant.
 */
export function borrow(gitDir: string, { objects, shallow }: Lenders, commit: string): void {
  for (const name of ["refs", "objects/info"]) mkdirSync(join(gitDir, name), { recursive: true });
  writeWhole(join(gitDir, "objects/info/alternates"), objects.map((path) => `${path}\n`).join(""));
  writeWhole(join(gitDir, "config"), configFor(commit));
  writeWhole(join(gitDir, "HEAD"), `${commit}\n`);
  const own = join(gitDir, "shallow");
  if (shallow !== undefined && existsSync(shallow)) copyFileSync(shallow, own);
  else rmSync(own, { force: true });
}

const SHA1_DIGITS = 40;

const configFor = (commit: string): string =>
  commit.length === SHA1_DIGITS
    ? "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
    : "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n";
