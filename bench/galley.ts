import { existsSync } from "node:fs";
import { cp, readdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Contestant, Ground } from "./contestant.ts";
import type { Command } from "./processes.ts";
import { PROJECT } from "./project.ts";

/** What Galley runs from; its state and the corpus stay apart from the developer's own. */
const SOURCES = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  ".eleventy.js",
  "bin",
  "layouts",
  "public",
  "src",
] as const;

/** Galley's own folder: what it knows of earlier builds, and its bundled code. */
const STATE = ".galley";
const CODE = "code";

/** `npm` is what the README says to type; without it, what Galley itself takes. */
export type Launcher = "npm" | "node";

/** Galley as it stands in this working tree, proofs and all. */
export async function galley({ home, corpus }: Ground, launcher: Launcher): Promise<Contestant> {
  await layOutProject(home);
  return {
    name: launcher === "npm" ? "Galley through npm" : "Galley",
    corpus,
    steps: ["clean build", "nothing changed", "one essay changed"],
    forget: () => forgetBuilds(home),
    build: (output) =>
      buildCommand(home, launcher, [`--input=${corpus.folder}`, `--output=${output}`]),
  };
}

/** Forgets all builds. The code stays bundled, as it is from the first command in a new clone on. */
async function forgetBuilds(home: string): Promise<void> {
  const state = join(home, STATE);
  const names = existsSync(state) ? await readdir(state) : [];
  const builds = names.filter((name) => name !== CODE);
  await Promise.all(builds.map((name) => rm(join(state, name), { recursive: true })));
}

/** Copies Galley's sources into a new folder. The dependencies are the installed ones. */
export async function layOutProject(home: string): Promise<void> {
  for (const name of SOURCES) {
    if (existsSync(join(PROJECT, name)))
      await cp(join(PROJECT, name), join(home, name), { recursive: true });
  }
  await symlink(join(PROJECT, "node_modules"), join(home, "node_modules"));
}

/** The command line of Galley in a folder that `layOutProject` made. */
export function galleyCommand(home: string, args: readonly string[]): Command {
  return { program: process.execPath, args: [join("bin", "galley.js"), ...args], cwd: home };
}

function buildCommand(home: string, launcher: Launcher, args: readonly string[]): Command {
  if (launcher === "node") return galleyCommand(home, ["build", ...args]);
  return { program: "npm", args: ["run", "build", "--", ...args], cwd: home };
}
