import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isMissing } from "../files.ts";
import { bornAt, isAlive } from "../process-identity.ts";
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

/** How whoever wants a lock waits for it. */
export interface Waiting {
  readonly patienceMs: number;
  /** Why the wait was given up. */
  tooLong(holder: string, path: string): string;
  /** Is told once, when there is a wait. */
  begun?(): void;
}

const FOR_A_BUILD: Waiting = {
  patienceMs: PATIENCE_MS,
  tooLong: (holder, path) =>
    `Another build (process ${holder}) has been writing to this output folder for a minute. Wait for it or end it; if there is none, delete ${path}.`,
};

/** Makes builds into one output folder wait for each other. */
export const lock = (state: string): Promise<Lock> => lockFile(join(state, "lock"), FOR_A_BUILD);

/** Makes processes wait for each other. The lock of a dead one is taken over. */
export async function lockFile(path: string, waiting: Waiting): Promise<Lock> {
  const { patienceMs, tooLong, begun } = waiting;
  mkdirSync(join(path, ".."), { recursive: true });
  const until = Date.now() + patienceMs;
  let hasWaited = false;
  while (!take(path)) {
    if (!hasWaited) begun?.();
    hasWaited = true;
    if (Date.now() > until) {
      throw new Refusal(tooLong(String(holderOf(path)?.pid ?? "unknown"), path));
    }
    await sleep(PAUSE_MS);
  }
  return { release: () => rmSync(path, { force: true }), hasWaited };
}

/** The lock appears with its holder's number in it: it is written beside, and then linked. */
function take(path: string): boolean {
  if (linked(path)) return true;
  const holder = holderOf(path);
  if (holder !== undefined && !isHeldBy(holder)) removeDead(path);
  return false;
}

function linked(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, `${process.pid}\n${bornAt(process.pid)}\n`);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the lock of a dead process away. It is moved aside first: where another was quicker, and the lock is a living
 * one's by now, it is put back.
 */
function removeDead(path: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
    const holder = holderOf(aside);
    if (holder !== undefined && isHeldBy(holder)) linkSync(aside, path);
  } catch (error) {
    if (!isMissing(error) && (error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  /** See `bornAt`. */
  readonly born: string;
}

/** Undefined where the lock was given back meanwhile. */
function holderOf(path: string): Holder | undefined {
  try {
    const [pid = "", born = ""] = readFileSync(path, "utf8").split("\n");
    const number = Number.parseInt(pid, 10);
    return number > 0 ? { pid: number, born } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** This process holds no lock while it asks for it: one with its number is of a dead process that had it before. */
const isHeldBy = ({ pid, born }: Holder): boolean => pid !== process.pid && isAlive(pid, born);
