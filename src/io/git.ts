import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";
import { openCache } from "./cache.ts";

/** When files of a folder were first committed. */
export type History =
  | { readonly kind: "known"; dayOf(file: string): string | undefined }
  /** A shallow clone does not hold the first commits: any date from it would be wrong. */
  | { readonly kind: "shallow" }
  | { readonly kind: "none" };

/** A history of 100,000 commits is a few tens of megabytes. */
const MOST_OUTPUT = 512 * 1024 * 1024;

const VERSION = "1";

const COMMIT = "\u0001";

/** Moments of first commits, ISO 8601, by file. */
type Moments = Readonly<Record<string, string>>;

/**
 * Asks git, in one `git log`, for the first commit of every file below a folder, renames followed. The answer is
 * kept in the state folder until HEAD moves.
 *
 * @param zone the days' time zone (IANA name)
 */
export function historyOf(folder: string, zone: string, state: string): History {
  const git = gitIn(folder);
  const [shallow, head] = git("rev-parse", "--is-shallow-repository", "HEAD")?.split("\n") ?? [];
  if (shallow === undefined || head === undefined) return { kind: "none" };
  if (shallow === "true") return { kind: "shallow" };
  const cache = openCache<Moments>(join(state, "history"), VERSION);
  const known = cache.get(head) ?? momentsIn(git);
  if (!known) return { kind: "none" };
  cache.set(head, known);
  cache.save();
  const moments = new Map(Object.entries(known));
  const dayOf = (file: string): string | undefined => {
    const moment = moments.get(file);
    return moment && (DateTime.fromISO(moment, { zone }).toISODate() ?? undefined);
  };
  return { kind: "known", dayOf };
}

/**
 * The full name of a commit, as the repository around a folder knows it; undefined where it does not.
 *
 * @param name whatever git takes for a commit: `HEAD`, a branch, the first digits
 */
export const commitNamed = (name: string, folder: string): string | undefined =>
  name.startsWith("-")
    ? undefined
    : gitIn(folder)("rev-parse", "--verify", "--quiet", `${name}^{commit}`)?.trim();

/** Whether all that a repository knows of a folder is as its last commit has it; undefined without a work tree. */
export function isCommitted(folder: string): boolean | undefined {
  if (process.env["GALLEY_GIT_DIR"]) return undefined;
  const changes = gitIn(folder)("status", "--porcelain", "--", ".");
  return changes === undefined ? undefined : changes === "";
}

function momentsIn(git: Git): Moments | undefined {
  const format = `--format=${COMMIT}%aI`;
  const log = git("log", "-z", "-M", "--relative", "--name-status", "--diff-filter=AR", format);
  if (log === undefined) return undefined;
  // Git keeps a name as some file system spelled it; content is known by composed names.
  const composed = [...firstCommits(log)].map(([name, moment]) => [name.normalize("NFC"), moment]);
  return Object.fromEntries(composed) as Moments;
}

type Git = (...args: readonly string[]) => string | undefined;

/** A writer's own settings of git are no reason for other dates. */
const WHATEVER_IS_SET = ["-c", "log.showSignature=false", "-c", "log.showRoot=true"];

/** Git's output, undefined where there is no git, no repository, or no commit. */
function gitIn(folder: string): Git {
  const { GALLEY_GIT_DIR: dir, ...rest } = process.env;
  const env = Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name),
    ),
  );
  const place = dir ? [`--git-dir=${dir}`, `--work-tree=${dirname(folder)}`] : [];
  return (...args) => {
    try {
      return execFileSync("git", [...place, ...WHATEVER_IS_SET, ...args], {
        cwd: folder,
        env,
        encoding: "utf8",
        maxBuffer: MOST_OUTPUT,
        stdio: ["ignore", "pipe", "ignore"],
      });
    } catch {
      return undefined;
    }
  };
}

/** Reads a log from the newest commit to the oldest, following each file of today back through its renames. */
export function firstCommits(log: string): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  /** The names of today by the name that they had at the commit being read. */
  const today = new Map<string, string>();
  const nameToday = (name: string): string => today.get(name) ?? name;
  const fields = log.split("\0").map((field) => field.replace(/^\n/, ""));
  let moment = "";
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    if (field.startsWith(COMMIT)) moment = field.slice(COMMIT.length);
    else if (field.startsWith("R")) today.set(fields[i + 1]!, nameToday(fields[(i += 2)]!));
    else if (field === "A") first.set(nameToday(fields[++i]!), moment);
  }
  return first;
}
