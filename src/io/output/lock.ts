import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isMissing } from "../files.ts";
import { Refusal } from "../refusal.ts";

/** Longer than any build but the first of hundreds of pictures; whoever waits longer has something else to look after. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

export interface Lock {
  /** Ends the wait of the next. */
  readonly release: () => void;
  /** Whether another build had it first: then the site is not what it was when this one was started. */
  readonly hasWaited: boolean;
}

/** Makes builds into one output folder wait for each other. */
export async function lock(state: string): Promise<Lock> {
  const path = join(state, "lock");
  mkdirSync(state, { recursive: true });
  const until = Date.now() + PATIENCE_MS;
  let hasWaited = false;
  while (!take(path)) {
    hasWaited = true;
    if (Date.now() > until) {
      throw new Refusal(
        `Another build (process ${holderOf(path) ?? "unknown"}) has been writing to this output folder for a minute. Wait for it or end it; if there is none, delete ${path}.`,
      );
    }
    await sleep(PAUSE_MS);
  }
  return { release: () => rmSync(path, { force: true }), hasWaited };
}

/** The lock appears with its holder's number in it: it is written beside, and then linked. */
function take(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, String(process.pid));
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const holder = holderOf(path);
  if (holder !== undefined && !isAlive(holder)) rmSync(path, { force: true });
  return false;
}

/** Undefined where the lock was given back meanwhile. */
function holderOf(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, "utf8"), 10) || undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** This process holds no lock while it asks for one: a lock with its number is of a dead one that had it before. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
