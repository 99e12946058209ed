import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../io/refusal.ts";
import type { Blog, Places } from "./blog.ts";
import { buildEnvironment } from "./environment.ts";
import type { Git } from "./git.ts";
import { runLimited } from "./run.ts";
import { say } from "./say.ts";

/** Libraries of this many lockfiles are kept: going back to the last code installs nothing. */
const KEPT = 2;

/** What npm needs to install libraries, as far as a commit has it. */
const NEEDED = ["package.json", "package-lock.json", ".npmrc"];

/** Gives the pushed code the libraries of its lockfile. No script of a library is run. */
export async function provideModules(
  git: Git,
  { limits }: Blog,
  { modules, source, running }: Places,
  commit: string,
): Promise<void> {
  const lockfile = `${commit}:package-lock.json`;
  if (!git.says("rev-parse", "--verify", "--quiet", lockfile)) {
    throw new Refusal(
      "The pushed code has no package-lock.json, which says what its libraries are. Commit one.",
    );
  }
  const folder = join(modules, git("rev-parse", lockfile).trim());
  if (!existsSync(folder)) {
    say("Installing the libraries of the pushed code.");
    const draft = `${folder}.tmp`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    for (const name of NEEDED.filter((name) => existsSync(join(source, name))))
      copyFileSync(join(source, name), join(draft, name));
    const { how, said } = await runLimited({
      program: "npm",
      args: ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"],
      cwd: draft,
      env: { ...buildEnvironment(), PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` },
      seconds: limits.buildSeconds,
      note: running,
    });
    if (how !== "done") throw new Refusal(`npm ci failed:\n${indented(said)}`);
    renameSync(draft, folder);
    forgetOld(modules, folder);
  }
  const link = join(source, "node_modules");
  rmSync(link, { recursive: true, force: true });
  symlinkSync(join(folder, "node_modules"), link);
}

const indented = (text: string): string => text.replaceAll(/^/gm, "  ");

function forgetOld(modules: string, kept: string): void {
  const others = readdirSync(modules)
    .map((name) => join(modules, name))
    .filter((folder) => folder !== kept)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of others.slice(KEPT - 1)) rmSync(folder, { recursive: true, force: true });
}
