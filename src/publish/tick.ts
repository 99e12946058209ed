import { isDeepStrictEqual } from "node:util";
import { placesOf, type Blog, type Places } from "./blog.ts";
import { buildAccepted, converge, type Converged } from "./converge.ts";
import { tipOf } from "./git.ts";
import { lockBuilding } from "./locks.ts";
import { makeRelease } from "./make-release.ts";
import { readProgress, writeProgress } from "./progress.ts";
import { tellChanges } from "./tell-changes.ts";

/** Publishes what has come due since the last build. Leaves a blog alone that was rolled back. */
export async function tick(blog: Blog): Promise<Converged> {
  const places = placesOf(blog);
  const before = await converge(blog, { endRollback: false });
  if (before.kind !== "shown" || !(await makeDue(blog, places))) return before;
  return converge(blog, { endRollback: false });
}

/** Builds the published commit as of today. Whether readers see a difference. */
async function makeDue(blog: Blog, places: Places): Promise<boolean> {
  const lock = await lockBuilding(blog, places);
  try {
    const began = Date.now();
    const tip = tipOf(blog.repo, blog.branch);
    if (tip === undefined) return false;
    const built = await buildAccepted(blog, places, tip);
    const { base, record } = built;
    if (base && isDeepStrictEqual(base.record.files, record.files)) return false;
    tellChanges(base?.record, record);
    const waiting = { commit: tip, old: tip, release: makeRelease(places, built), began };
    const progress = readProgress(places);
    writeProgress(places, { ...progress, pending: [...progress.pending, waiting] });
    return true;
  } finally {
    lock.release();
  }
}
