import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant, Ground } from "../contestant.ts";
import { run } from "../processes.ts";

/** Settings and templates that make the pages that Galley makes. */
const SITE = fileURLToPath(new URL("hugo-site", import.meta.url));

/** Hugo, or undefined where it is not installed. It reads the corpus in place. */
export async function hugo(
  { home, corpus }: Ground,
  signal: AbortSignal,
): Promise<Contestant | undefined> {
  const version = await installedVersion(signal);
  if (version === undefined) return undefined;
  await cp(SITE, home, { recursive: true });
  return {
    name: `Hugo ${version}`,
    corpus,
    steps: ["clean build", "nothing changed", "one essay changed"],
    forget: async () => {},
    build: (output) => ({
      program: "hugo",
      args: [
        `--contentDir=${corpus.folder}`,
        `--destination=${output}`,
        `--cacheDir=${join(home, "cache")}`,
      ],
      cwd: home,
    }),
  };
}

async function installedVersion(signal: AbortSignal): Promise<string | undefined> {
  try {
    const { output } = await run({ program: "hugo", args: ["version"], cwd: "." }, signal);
    return /v(\d[\w.]*)/.exec(output)?.[1] ?? "of an unknown version";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
