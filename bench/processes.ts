import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** A program to run, and where. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** How a program ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** Wall time, from before it was started until it was gone. */
  readonly seconds: number;
}

/** A program that runs. */
export interface Running {
  /** What it has printed so far, both streams. */
  output(): string;
  readonly ended: Promise<Ended>;
  /** Ends it and all that it started. */
  kill(): void;
}

/** All that programs get to know of the user's environment: the rest could change what is measured. */
const PASSED_ON = ["PATH", "HOME", "LANG", "TMPDIR"] as const;

/** Nothing asks the network whether there is a newer npm, and nothing is coloured. */
const FIXED = { npm_config_update_notifier: "false", NO_COLOR: "1" } as const;

/** Starts a program in a process group of its own; aborting `signal` ends the group. */
export function start(command: Command, signal: AbortSignal): Running {
  signal.throwIfAborted();
  const began = process.hrtime.bigint();
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const kill = () => killGroup(child);
  signal.addEventListener("abort", kill, { once: true });
  const ended = endOf(child, began).finally(() => signal.removeEventListener("abort", kill));
  return { output: () => output, ended, kill };
}

/**
 * Runs a program to its end. Throws with what it printed where it fails, and the signal's reason where
 * that was aborted.
 */
export async function run(
  command: Command,
  signal: AbortSignal,
): Promise<{ readonly seconds: number; readonly output: string }> {
  const running = start(command, signal);
  const { code, seconds } = await running.ended;
  signal.throwIfAborted();
  if (code !== 0) throw new Error(failure(command, code, running.output()));
  return { seconds, output: running.output() };
}

/** Says what a program that failed was, and what it printed. */
export function failure(command: Command, code: number | null, output: string): string {
  const how = code === null ? "was killed" : `ended with exit code ${code}`;
  return `${[command.program, ...command.args].join(" ")}\n${how}. It printed:\n${output}`;
}

function environment(): NodeJS.ProcessEnv {
  const passed = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), ...FIXED };
}

/** Settles when all output is read too, which can be later than the end that is timed. */
function endOf(child: ChildProcess, began: bigint): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let seconds = 0;
    child.once("error", reject);
    child.once("exit", () => (seconds = secondsSince(began)));
    child.once("close", (code) => resolve({ code, seconds }));
  });
}

/** Seconds since a moment of `process.hrtime.bigint`. */
export function secondsSince(began: bigint): number {
  return Number(process.hrtime.bigint() - began) / 1e9;
}

/** npm starts a shell that starts Node: only their group ends them all. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
