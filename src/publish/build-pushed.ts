import { mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { Refusal } from "../io/refusal.ts";
import type { Blog, Places } from "./blog.ts";
import { buildEnvironment } from "./environment.ts";
import { errorsIn, findingsIn, sayFindings } from "./findings.ts";
import { withoutNetwork } from "./network.ts";
import { CONTENT_FOLDERS } from "./pushed.ts";
import { runLimited, type LimitedEnd } from "./run.ts";
import { say } from "./say.ts";

/** Somebody who waits longer wants to know that it goes on. */
const STILL_MS = 10_000;

/** Builds what is checked out, in a process of its own. Refuses what has errors. Answers what was found besides. */
export async function buildPushed(blog: Blog, places: Places): Promise<readonly Diagnostic[]> {
  const { report, building, source } = places;
  for (const folder of [...CONTENT_FOLDERS.map((name) => join(source, name)), building])
    mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const end = await told(() => runLimited(commandFor(blog, places)));
  const findings = findingsIn(report);
  if (end.how === "done" && findings) return findings;
  throw new Refusal(whyNot(end, blog, findings ?? [], source));
}

function commandFor({ site, www, trust, limits }: Blog, places: Places) {
  const { source, building, report, state, gitDir, running } = places;
  const galley = join(trust === "code" ? source : site, "bin/galley.js");
  const build = [
    "build",
    "--quiet",
    `--input=${join(source, "content")}`,
    `--output=${building}`,
    `--report=${report}`,
  ];
  const [program, ...args] = [...(withoutNetwork() ?? []), process.execPath, galley, ...build];
  const free = freeBytes(www);
  return {
    program: program!,
    args,
    cwd: source,
    env: {
      ...buildEnvironment(),
      GALLEY_PUBLIC: join(source, "public"),
      GALLEY_STATE: state,
      GALLEY_GIT_DIR: gitDir,
    },
    seconds: limits.buildSeconds,
    note: running,
    tooMuch: () => free - freeBytes(www) > limits.releaseBytes,
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const still = setInterval(
    () => say(`Still building, after ${Math.round((Date.now() - began) / 1000)} s.`),
    STILL_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(still);
  }
}

function whyNot(
  { how, said }: LimitedEnd,
  { limits }: Blog,
  findings: readonly Diagnostic[],
  source: string,
): string {
  if (how === "too long")
    return `The build took longer than ${limits.buildSeconds} s and was ended. "galley publish init --build-seconds" gives it more.`;
  if (how === "too much")
    return `The build wrote more than ${limits.releaseBytes} bytes and was ended. "galley publish init --release-mb" gives it more.`;
  if (how === "interrupted") return "The build was interrupted.";
  const errors = errorsIn(findings);
  if (errors.length === 0) return `The build failed:\n${said.replaceAll(/^/gm, "  ")}`;
  sayFindings(errors, source);
  return errors.length === 1 ? "This has to be mended first." : "These have to be mended first.";
}
