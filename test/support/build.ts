import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Outcome } from "../../src/build/build.ts";
import type { BuildOptions } from "../../src/build/options.ts";
import type { Report } from "../../src/diagnostics/diagnostic.ts";
import { reporters } from "../../src/diagnostics/index.ts";
import { press } from "../../src/eleventy/press.ts";
import { ROOT } from "../../src/io/root.ts";

type Chosen = Pick<BuildOptions, "output"> & Partial<BuildOptions> & { readonly layout?: number };

/** What came of a build: where the content has errors there is no outcome. */
export interface Attempt {
  readonly report: Report;
  readonly outcome?: Outcome;
}

/** Builds in this process: in the steps that Eleventy calls, without Eleventy. */
export async function attempt(content: string, chosen: Chosen): Promise<Attempt> {
  const { begin, print, finish, abandon } = press({ content, mode: "build", ...chosen });
  try {
    const begun = await begin();
    if (begun.kind === "refused") return { report: begun.report };
    begun.batches.forEach(print);
    return { report: begun.report, outcome: await finish() };
  } finally {
    await abandon();
  }
}

/** Builds in this process, without Eleventy. Throws the findings where the content has errors. */
export async function buildSite(content: string, chosen: Chosen): Promise<Outcome> {
  const { outcome, report } = await attempt(content, chosen);
  if (outcome) return outcome;
  throw new Error(reporters.pretty(report, { colour: false, root: content }));
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What the program reads from standard input. */
  readonly input?: string | Uint8Array;
}

/** Runs `galley` as its own process. The last argument may say in which environment and folder. */
export async function galley(...given: readonly (string | Circumstances)[]): Promise<Ended> {
  const args = given.filter((argument) => typeof argument === "string");
  const {
    env = {},
    cwd = ROOT,
    input,
  } = given.find((argument) => typeof argument === "object") ?? {};
  const command = [join(ROOT, "bin/galley.js"), ...args];
  const around = { cwd, env: { ...process.env, ...env }, ...(input !== undefined && { input }) };
  return ended(process.execPath, command, around);
}

/** Runs a program to its end, with what it said. */
export function ended(
  program: string,
  args: readonly string[],
  { env = process.env, cwd = ROOT, input }: Circumstances = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd, stdio: ["pipe", "pipe", "pipe"] });
    // A program that does not read to the end is free to.
    child.stdin.on("error", () => {}).end(input);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
