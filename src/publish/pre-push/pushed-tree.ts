import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../io/files.ts";
import { git, withoutGit, type Store } from "./clone.ts";

/** Commits of a repository as files, one after another in one folder: what two of them share is written once. */
export interface PushedTree {
  readonly folder: string;
  /** Its HEAD is the commit that the folder holds. It has no objects of its own. */
  readonly gitDir: string;
  checkOut(commit: string): void;
}

/** What a writer set for all repositories is not meant for one that nobody works in. */
const ASIDE = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/**
 * @param home a folder of Galley's own
 * @param store where the objects of the commits are
 */
export function pushedTree(home: string, store: Store): PushedTree {
  const folder = join(home, "tree");
  const gitDir = join(home, "repository.git");
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    gitDir,
    checkOut(commit) {
      borrow(gitDir, store, commit);
      // Of a checkout that was killed. Nobody else works here: the caller holds the lock.
      rmSync(join(gitDir, "index.lock"), { force: true });
      const where = [...ASIDE, `--git-dir=${gitDir}`, `--work-tree=${folder}`];
      git([...where, "read-tree", "--reset", "-u", commit], { cwd: folder, env: withoutGit() });
    },
  };
}

/** Makes a git directory that reads another's objects. */
function borrow(gitDir: string, { objects, shallow, format }: Store, commit: string): void {
  for (const name of ["refs", "objects/info"]) mkdirSync(join(gitDir, name), { recursive: true });
  writeWhole(join(gitDir, "objects/info/alternates"), `${objects}\n`);
  writeWhole(join(gitDir, "config"), configOf(format));
  writeWhole(join(gitDir, "HEAD"), `${commit}\n`);
  if (existsSync(shallow)) copyFileSync(shallow, join(gitDir, "shallow"));
  else rmSync(join(gitDir, "shallow"), { force: true });
}

const configOf = (format: string): string =>
  format === "sha1"
    ? "[core]\n\trepositoryformatversion = 0\n"
    : `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = ${format}\n`;
