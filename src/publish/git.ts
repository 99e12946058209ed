import { spawnSync } from "node:child_process";
import { Refusal } from "../io/refusal.ts";

/** A copy of a repository's answers: the largest is the list of all files of a push. */
const MOST_OUTPUT = 512 * 1024 * 1024;

/** Nobody's settings of git decide what is published, and no hook runs but Galley's. */
const OWN_SETTINGS = ["-c", "core.hooksPath=/dev/null", "-c", "core.autocrlf=false"];

/** Runs git on one repository, in an environment of its own. */
export interface Git {
  /** What git says. Throws where it fails. */
  (...args: readonly string[]): string;
  /** Whether git answers yes. */
  says(...args: readonly string[]): boolean;
  /** The same repository, with another index and work tree. */
  in(workTree: string, index: string): Git;
}

export function gitAt(gitDir: string, more: Readonly<Record<string, string>> = {}): Git {
  const run = (args: readonly string[]) =>
    spawnSync("git", [`--git-dir=${gitDir}`, ...OWN_SETTINGS, ...args], {
      env: { ...gitEnvironment(), ...more },
      encoding: "utf8",
      maxBuffer: MOST_OUTPUT,
      stdio: ["ignore", "pipe", "pipe"],
    });
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr, error } = run(args);
    if (status === 0) return stdout;
    throw new Refusal(
      `git ${args[0]} failed: ${(error?.message ?? stderr.trim()) || `exit code ${status}`}`,
    );
  };
  return Object.assign(git, {
    says: (...args: readonly string[]) => run(args).status === 0,
    in: (workTree: string, index: string) =>
      gitAt(gitDir, { ...more, GIT_WORK_TREE: workTree, GIT_INDEX_FILE: index }),
  });
}

/** The caller's `GIT_*` would lead elsewhere: hooks have `GIT_DIR`, and more. */
function gitEnvironment(): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
  };
}

/** What git says where there is no commit: in a hook, of a branch that is new or deleted. */
export const isNoCommit = (name: string): boolean => /^0+$/.test(name);

/** The commit at the end of a branch; undefined where there is no such branch. */
export function tipOf(repo: string, branch: string): string | undefined {
  const git = gitAt(repo);
  const ref = `refs/heads/${branch}`;
  return git.says("show-ref", "--verify", "--quiet", ref)
    ? git("rev-parse", "--verify", `${ref}^{commit}`).trim()
    : undefined;
}
