import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { isMissing } from "../../io/files.ts";
import { Refusal } from "../../io/refusal.ts";
import { ROOT } from "../../io/root.ts";
import type { Lenders } from "../borrow.ts";
import { bounded } from "../say.ts";

/** The writer's clone that the site lies in; all paths are absolute. */
export interface Clone {
  /** The top of the work tree. */
  readonly top: string;
  /** The site's folder as the repository names it, with a slash at its end; "" where it is the whole repository. */
  readonly prefix: string;
  /** What all work trees of the repository share. */
  readonly common: string;
  /** Where git looks for hooks: another place than usual where `core.hooksPath` says so. */
  readonly hooks: string;
}

/** The clone around the site's folder. Refuses where there is none. */
export function cloneOfSite(): Clone {
  const env = withoutGit();
  const top = resolve(ROOT, git(["rev-parse", "--show-toplevel"], { cwd: ROOT, env }));
  // Asked from the top: a relative `core.hooksPath` starts there.
  const [common, hooks] = placesOf(["--git-common-dir", "--git-path", "hooks"], { cwd: top, env });
  const prefix = relative(top, ROOT).replaceAll("\\", "/");
  return { top, prefix: prefix && `${prefix}/`, common: common!, hooks: hooks! };
}

/** The objects of the repository that a hook of git's is run for, in the environment that git gives it. */
export function lendersOfHook(): Lenders {
  const here = { cwd: process.cwd(), env: process.env };
  const asked = ["--git-path", "objects", "--git-path", "shallow"];
  const [objects, shallow] = placesOf(asked, here);
  return { objects: [objects!], shallow: shallow! };
}

interface Circumstances {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const placesOf = (asked: readonly string[], where: Circumstances): readonly string[] =>
  git(["rev-parse", ...asked], where)
    .split("\n")
    .map((path) => resolve(where.cwd, path));

/** A clone without some objects has a complaint for each file. */
const MOST_LINES = 3;

/** What git answers, without the line's end. Refuses with what git says. */
export function git(args: readonly string[], { cwd, env }: Circumstances): string {
  try {
    const answer = execFileSync("git", args, {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return answer.replace(/\n$/, "");
  } catch (error) {
    if (isMissing(error)) throw new Refusal("There is no git in PATH.");
    const { stderr = "" } = error as { stderr?: string };
    const said = bounded(stderr.trim().split("\n"), MOST_LINES).join("\n");
    throw new Refusal(`git failed: ${(said || String(error)).replace(/\.?$/, ".")}`);
  }
}

/** The environment without what git tells a hook: another repository than the hook's is asked. */
export const withoutGit = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
