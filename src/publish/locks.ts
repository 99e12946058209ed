import { lockFile, type Lock } from "../io/output/lock.ts";
import type { Blog, Places } from "./blog.ts";
import { say } from "./say.ts";

/** Ten pushes at once wait for each other, and none has to be pushed again. */
const PUSHES_AHEAD = 10;

/** A switch takes milliseconds. */
const SWITCH_PATIENCE_MS = 30_000;

const tooLong = (holder: string, path: string): string =>
  `Process ${holder} has been publishing for too long. End it; if there is none, delete\n  ${path}`;

/** Held while something is built for a blog. */
export const lockBuilding = ({ limits }: Blog, { lock }: Places): Promise<Lock> =>
  lockFile(lock, {
    patienceMs: PUSHES_AHEAD * limits.buildSeconds * 1000,
    tooLong,
    begun: () => say("Another push is being published. This one is next."),
  });

/** Held while it is decided what readers see; never while anything is built, so that a rollback need not wait. */
export const lockSwitch = ({ switchLock }: Places): Promise<Lock> =>
  lockFile(switchLock, { patienceMs: SWITCH_PATIENCE_MS, tooLong });

/** Takes the lock for building only where nobody has it. */
export async function tryLockBuilding({ lock }: Places): Promise<Lock | undefined> {
  try {
    return await lockFile(lock, { patienceMs: -1, tooLong });
  } catch {
    return undefined;
  }
}
