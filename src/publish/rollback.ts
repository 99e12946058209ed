import { join } from "node:path";
import { Refusal } from "../io/refusal.ts";
import { placesOf, type Blog, type Places } from "./blog.ts";
import { lockSwitch } from "./locks.ts";
import { readProgress, writeProgress } from "./progress.ts";
import { liveRelease, recordIn, releasesIn, switchTo } from "./releases.ts";

/**
 * Shows readers an earlier release, until the next accepted push. Nothing is built. Answers its id.
 *
 * @param wanted the id of a release, or its beginning, or that of its commit; without it, the one before the live one
 */
export async function rollback(blog: Blog, wanted: string | undefined): Promise<string> {
  const places = placesOf(blog);
  const lock = await lockSwitch(places);
  try {
    const id = wanted === undefined ? releaseBefore(places) : releaseNamed(places, wanted);
    refuseHalf(places, id);
    // Written first: were it not, the next tick would undo the switch.
    writeProgress(places, { ...readProgress(places), rolledBackTo: id });
    switchTo(places, id);
    return id;
  } finally {
    lock.release();
  }
}

function releaseBefore(places: Places): string {
  const live = liveRelease(places);
  const ids = releasesIn(places);
  const before = live === undefined ? undefined : ids[ids.indexOf(live) + 1];
  if (before !== undefined) return before;
  throw new Refusal(
    "There is no release before the one that readers see. galley publish list shows what there is.",
  );
}

function releaseNamed(places: Places, wanted: string): string {
  const found = releasesIn(places).filter(
    (id) => wanted !== "" && (id.startsWith(wanted) || wanted.startsWith(id.split("-")[1]!)),
  );
  const exact = found.find((id) => id === wanted);
  if (exact !== undefined) return exact;
  if (found.length === 1) return found[0]!;
  throw new Refusal(
    found.length === 0
      ? `There is no release ${wanted}. galley publish list shows what there is.`
      : `There are ${found.length} releases ${wanted}: ${found.join(", ")}. Name one of them.`,
  );
}

function refuseHalf(places: Places, id: string): void {
  if (recordIn(join(places.releases, id))) return;
  throw new Refusal(`Release ${id} is not whole: its release.json is missing or damaged.`);
}
