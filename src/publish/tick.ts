import { isDeepStrictEqual } from "node:util";
import { placesOf, type Blog, type Places } from "./blog.ts";
import { buildAccepted, converge, type Converged } from "./converge.ts";
import { tipOf } from "./git.ts";
import { lockBuilding, lockSwitch } from "./locks.ts";
import { makeRelease } from "./make-release.ts";
import { readProgress, writeProgress, type Pending } from "./progress.ts";
import { tellChanges } from "./tell-changes.ts";

/**
 * Publishes what has come due since the last build. Leaves a blog alone that was rolled back.
 *
 * @param asOf the day that counts as today; without it, it is today
 */
export async function tick(blog: Blog, asOf: string | undefined): Promise<Converged> {
  const places = placesOf(blog);
  const before = await converge(blog, { endRollback: false });
  if (before.kind !== "shown" || !(await makeDue(blog, places, asOf))) return before;
  return converge(blog, { endRollback: false });
}

/** Builds the published commit as of today. Whether readers see a difference. */
async function makeDue(blog: Blog, places: Places, asOf: string | undefined): Promise<boolean> {
  const lock = await lockBuilding(blog, places);
  try {
    const began = Date.now();
    const tip = tipOf(blog.repo, blog.branch);
    if (tip === undefined) return false;
    const built = await buildAccepted(blog, places, tip, asOf);
    const { base, record } = built;
    if (base && isDeepStrictEqual(base.record.files, record.files)) return false;
    tellChanges(base?.record, record);
    await expect(places, { commit: tip, old: tip, release: makeRelease(places, built), began });
    return true;
  } finally {
    lock.release();
  }
}

/** Writes down that a release waits. Meanwhile nobody goes back to another, which would be written over. */
async function expect(places: Places, waiting: Pending): Promise<void> {
  const lock = await lockSwitch(places);
  try {
    const progress = readProgress(places);
    writeProgress(places, { ...progress, pending: [...progress.pending, waiting] });
  } finally {
    lock.release();
  }
}
