import { execFileSync } from "node:child_process";

/** A git repository of the test's own, untouched by the settings of whoever runs it. */
export interface Repository {
  readonly folder: string;
  git(...args: readonly string[]): void;
  /** Commits all that there is, as if at that moment: ISO 8601 with an offset. */
  commit(moment: string): void;
}

export function repositoryIn(folder: string): Repository {
  const git = gitAt(folder, {});
  git("init", "--quiet", "--initial-branch=main");
  return {
    folder,
    git,
    commit(moment) {
      const dated = gitAt(folder, { GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment });
      dated("add", "--all");
      dated("commit", "--quiet", "--allow-empty", `--message=At ${moment}`);
    },
  };
}

const writer = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};

/** An environment in which git knows a writer, and nothing of whoever runs the test. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const settings = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return { ...Object.fromEntries(outer), ...settings, ...writer };
}

const gitAt =
  (cwd: string, more: Readonly<Record<string, string>>) =>
  (...args: readonly string[]): void => {
    const env = { ...gitEnvironment(), ...more };
    execFileSync("git", args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  };
