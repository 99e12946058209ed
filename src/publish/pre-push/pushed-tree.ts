import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { borrow, type Lenders } from "../borrow.ts";
import { git, withoutGit } from "./clone.ts";

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
 * @param lenders where the objects of the commits are
 */
export function pushedTree(home: string, lenders: Lenders): PushedTree {
  const folder = join(home, "tree");
  const gitDir = join(home, "repository.git");
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    gitDir,
    checkOut(commit) {
      borrow(gitDir, lenders, commit);
      // Of a checkout that was killed. Nobody else works here: the caller holds the lock.
      rmSync(join(gitDir, "index.lock"), { force: true });
      const where = [...ASIDE, `--git-dir=${gitDir}`, `--work-tree=${folder}`];
      git([...where, "read-tree", "--reset", "-u", commit], { cwd: folder, env: withoutGit() });
    },
  };
}
