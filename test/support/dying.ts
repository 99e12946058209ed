import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What changes something on a disk. */
const CHANGES = [
  "copyFileSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "symlinkSync",
  "unlinkSync",
  "writeFileSync",
] as const;

class Killed extends Error {}

/**
 * Runs something that changes files as if the process were killed right before its nth change, counted from 0. Says
 * whether it was killed; false where it was done by then.
 */
export function dyingAt(change: number, run: () => void): boolean {
  const revive = dieAt(change);
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  } finally {
    revive();
  }
}

/** The same, of something that takes its time. */
export async function dyingAtLater(change: number, run: () => Promise<unknown>): Promise<boolean> {
  const revive = dieAt(change);
  try {
    await run();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  } finally {
    revive();
  }
}

function dieAt(change: number): () => void {
  const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
  let made = 0;
  for (const name of CHANGES) {
    const own = real[name] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        if (made >= change) throw new Killed();
        made++;
        return own(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  };
}
