import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./processes.ts";
import type { Command } from "./processes.ts";

/** What one run of a program cost. */
export interface Sample {
  /** Wall time, from before the program is started until it has ended. */
  readonly seconds: number;
  /** Known where GNU time is installed. */
  readonly usage?: {
    /** User and system time of all its processes. */
    readonly cpuSeconds: number;
    /** The most memory that its largest process held. */
    readonly peakMiB: number;
  };
}

/** Runs a command to its end and says what it cost. Throws where it fails. */
export type Stopwatch = (command: Command, signal: AbortSignal) => Promise<Sample>;

const GNU_TIME = "/usr/bin/time";

/** User seconds, system seconds, KiB of the largest process. */
const USAGE_FORMAT = "%U %S %M";

/** Tells CPU time and memory where GNU time is installed, which reports by a file in `folder`. */
export function stopwatch(folder: string): Stopwatch {
  const hasTime = spawnSync(GNU_TIME, ["-f", USAGE_FORMAT, "true"]).status === 0;
  return hasTime
    ? (command, signal) => timeWithUsage(command, join(folder, "usage.txt"), signal)
    : timeAlone;
}

async function timeAlone(command: Command, signal: AbortSignal): Promise<Sample> {
  const { seconds } = await run(command, signal);
  return { seconds };
}

async function timeWithUsage(
  command: Command,
  report: string,
  signal: AbortSignal,
): Promise<Sample> {
  const args = ["-f", USAGE_FORMAT, "-o", report, command.program, ...command.args];
  const { seconds } = await run({ program: GNU_TIME, args, cwd: command.cwd }, signal);
  const [user = 0, system = 0, peakKiB = 0] = (await readFile(report, "utf8"))
    .trim()
    .split(" ")
    .map(Number);
  return { seconds, usage: { cpuSeconds: user + system, peakMiB: peakKiB / 1024 } };
}
