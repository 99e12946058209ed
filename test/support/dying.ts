import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What changes something on a disk. */
const CHANGES = ["mkdirSync", "renameSync", "rmSync", "rmdirSync", "writeFileSync"] as const;

class Killed extends Error {}

/**
 * Runs something that changes files as if the process were killed right before its nth change, counted from 0. Says
 * whether it was killed; false where it was done by then.
 */
export function dyingAt(change: number, run: () => void): boolean {
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
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}
