import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/io/root.ts";
import type { Ended } from "../support/build.ts";
import { treeOf } from "../support/files.ts";
import { gitEnvironment } from "../support/repository.ts";

/** What hosts keep from run to run. */
const KEPT = [".galley", "_site"];

/** A machine of a host: a fresh clone, with what the last one kept, and nothing of the settings of whoever tests. */
export interface Machine {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Clones a repository as a host does. What is kept comes as out of an archive: with the times of its files, as new files
 * to the file system.
 *
 * @param folder does not exist yet
 * @param last a machine whose site is kept
 * @param depth of a shallow clone
 */
export function freshMachine(
  folder: string,
  repository: string,
  last?: Machine,
  depth?: number,
): Machine {
  const env = hostEnvironment();
  const shallow = depth === undefined ? [] : [`--depth=${depth}`];
  execFileSync("git", ["clone", "--quiet", ...shallow, repository, folder], { env });
  if (last) for (const name of KEPT) keep(join(last.folder, name), join(folder, name));
  return { folder, env };
}

function keep(from: string, to: string): void {
  if (!existsSync(from)) return;
  cpSync(from, to, { recursive: true });
  const then = new Date("2026-01-01T00:00:00Z");
  for (const name of treeOf(to).keys()) utimesSync(join(to, name), then, then);
}

function hostEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = gitEnvironment();
  return { ...env, CI: "true" };
}

/**
 * What `npm ci` would do, without the network: the libraries are ours, as they are in every test. That the command itself
 * works on a clean checkout, `.ci/run` shows at its every run.
 */
export function install(script: string, { folder }: Machine): Ended | undefined {
  if (script.trim() !== "npm ci") return undefined;
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return { status: 0, stdout: "", stderr: "" };
}

/** A file that steps write to for the runner; `name=value` lines, one each. */
export function outputFile(path: string): {
  readonly path: string;
  values(): Readonly<Record<string, string>>;
} {
  writeFileSync(path, "");
  return {
    path,
    values: () =>
      Object.fromEntries(
        readFileSync(path, "utf8")
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
      ),
  };
}
