import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { readJson, writeWhole } from "../io/files.ts";
import { bornAt } from "../io/process-identity.ts";

/** A program that may not run for ever. */
export interface LimitedCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Where it is written down which group of processes runs, so that a later process can end it. */
  readonly note: string;
  /** Asked now and then: a reason to end the program before its time. */
  tooMuch?(): boolean;
}

export interface LimitedEnd {
  readonly how: "done" | "failed" | "too long" | "too much" | "interrupted";
  /** The end of what it said on both streams. */
  readonly said: string;
}

/** More than anybody reads of a program that failed. */
const KEPT_CHARACTERS = 64 * 1024;
const LOOK_MS = 250;
const LAST_WORDS_MS = 1000;
const INTERRUPTIONS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a program to its end, in a group of processes of its own, of which nothing is left then. */
export async function runLimited(command: LimitedCommand): Promise<LimitedEnd> {
  const { program, args, cwd, env, seconds, note, tooMuch } = command;
  const child = spawn(program, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = tail(child);
  let stopped: LimitedEnd["how"] | undefined;
  const stop = (why: LimitedEnd["how"]) => (): void => {
    stopped ??= why;
    endGroup(child.pid);
  };
  const interrupt = stop("interrupted");
  // Who listens by now goes on whatever comes.
  const signals = INTERRUPTIONS.filter((signal) => process.listenerCount(signal) === 0);
  for (const signal of signals) process.once(signal, interrupt);
  const limit = setTimeout(stop("too long"), seconds * 1000);
  const look = setInterval(() => tooMuch?.() === true && stop("too much")(), LOOK_MS);
  try {
    const exited = once(child, "exit") as Promise<[number | null]>;
    const closed = once(child, "close");
    if (child.pid !== undefined)
      writeWhole(note, JSON.stringify({ pid: child.pid, born: bornAt(child.pid) }));
    const [code] = await exited;
    endGroup(child.pid);
    // Who left the group may hold the streams open.
    await Promise.race([closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    const how = stopped ?? (code === 0 ? "done" : "failed");
    return { how, said: said() };
  } finally {
    stop("interrupted")();
    clearTimeout(limit);
    clearInterval(look);
    for (const signal of signals) process.off(signal, interrupt);
    rmSync(note, { force: true });
  }
}

/** Ends what a process left running that was killed while it waited for it. */
export function endLeftOver(note: string): void {
  const left = readJson(note, () => undefined) as { pid: number; born: string } | undefined;
  if (left === undefined) return;
  const born = bornAt(left.pid);
  // The first of a group may be gone before the others. Its number is not given to another process until all are.
  if (left.born !== "" && (born === "" || born === left.born)) endGroup(left.pid);
  rmSync(note, { force: true });
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function tail(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (more: string) => {
      text = (text + more).slice(-KEPT_CHARACTERS);
    });
  }
  return () => text.trim();
}
