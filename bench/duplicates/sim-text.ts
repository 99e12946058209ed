import { writeFile } from "node:fs/promises";
import { run } from "../processes.ts";
import type { Command } from "../processes.ts";
import type { Workspace } from "../workspace.ts";
import type { Texts } from "./race.ts";

/** The shortest run of equal words that it reports: what finds changed passages too. */
const SHORTEST_RUN = 12;

/** Debian's similarity-tester, which reads the same files; undefined where it is not installed. */
export async function simText(
  { content, files }: Texts,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly command: Command } | undefined> {
  if (!(await isInstalled(signal))) return undefined;
  const list = workspace.newFolder("files.txt");
  await writeFile(list, `${files.join("\n")}\n`);
  // Its arguments would be too many for a command line; it takes names from its standard input.
  const script = `exec sim_text -r ${SHORTEST_RUN} -o "$1" -i < "$0"`;
  return {
    name: `sim_text -r ${SHORTEST_RUN}`,
    command: {
      program: "sh",
      args: ["-c", script, list, workspace.newFolder("similar.txt")],
      cwd: content,
    },
  };
}

async function isInstalled(signal: AbortSignal): Promise<boolean> {
  try {
    await run({ program: "sim_text", args: ["-v"], cwd: "." }, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
