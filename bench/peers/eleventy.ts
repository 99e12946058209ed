import { readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant, Ground } from "../contestant.ts";
import { PROJECT } from "../project.ts";

/** Config, layout and templates that make the pages that Galley makes. */
const SITE = fileURLToPath(new URL("eleventy-site", import.meta.url));

const ELEVENTY = join(PROJECT, "node_modules", "@11ty", "eleventy");

/** The installed Eleventy without Galley, set up for speed. It reads the corpus in place. */
export async function eleventy({ home, corpus }: Ground): Promise<Contestant> {
  await cp(SITE, home, { recursive: true });
  return {
    name: `Eleventy ${installedVersion()} alone`,
    corpus,
    steps: ["clean build"],
    forget: async () => {},
    build: (output) => ({
      program: process.execPath,
      args: [
        join(ELEVENTY, "cmd.cjs"),
        `--input=${relative(home, corpus.folder)}`,
        `--output=${relative(home, output)}`,
        "--quiet",
      ],
      cwd: home,
    }),
  };
}

function installedVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ELEVENTY, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
