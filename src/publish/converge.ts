import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { placesOf, type Blog, type Places } from "./blog.ts";
import { tipOf } from "./git.ts";
import { lockBuilding, lockSwitch, tryLockBuilding } from "./locks.ts";
import { buildCommit, makeRelease, type BuiltSite } from "./make-release.ts";
import { readProgress, writeProgress, type Pending, type Progress } from "./progress.ts";
import { openPushed } from "./pushed.ts";
import { isOf, liveRelease, recordIn, releasesIn, switchTo, withdraw } from "./releases.ts";
import { endLeftOver } from "./run.ts";

/** What readers see from now on. */
export interface Shown {
  readonly kind: "shown";
  readonly release: string;
  readonly url: string;
  /** Whether they saw something else before. */
  readonly isNew: boolean;
  /** When the push began, in milliseconds since 1970, where one is behind it. */
  readonly began?: number;
}

/** What became of the wish that readers see the end of the branch. */
export type Converged =
  | Shown
  /** Somebody chose another release. */
  | { readonly kind: "rolled back"; readonly release: string }
  | { readonly kind: "no branch" };

/**
 * Shows readers the release of the commit that the branch ends at, which is made where it is missing. However publishing
 * was interrupted, this is where it ends up.
 *
 * @param endRollback whether the choice of another release ends: with an accepted push, and when somebody says so
 */
export async function converge(
  blog: Blog,
  { endRollback }: { readonly endRollback: boolean },
): Promise<Converged> {
  const places = placesOf(blog);
  for (;;) {
    const outcome = await show(blog, places, endRollback);
    if (typeof outcome !== "string") return outcome;
    await makeMissing(blog, places, outcome);
  }
}

/** Answers a commit where its release is missing. */
async function show(
  { repo, branch }: Blog,
  places: Places,
  endRollback: boolean,
): Promise<Converged | string> {
  const lock = await lockSwitch(places);
  try {
    const progress = readProgress(places);
    const { rolledBackTo } = progress;
    if (rolledBackTo !== undefined && !endRollback)
      return { kind: "rolled back", release: rolledBackTo };
    const tip = tipOf(repo, branch);
    if (tip === undefined) return { kind: "no branch" };
    const pending = progress.pending.findLast(({ commit }) => commit === tip);
    return showReady(places, progress, tip, pending) ?? tip;
  } finally {
    lock.release();
  }
}

function showReady(
  places: Places,
  { pending: waiting }: Progress,
  tip: string,
  pending: Pending | undefined,
): Shown | undefined {
  if (pending) accept(places, pending.release);
  const ready = releaseOf(places, tip);
  if (ready === undefined) return undefined;
  const isNew = liveRelease(places) !== ready;
  if (isNew) switchTo(places, ready);
  // A push on top of this one may be judged already.
  writeProgress(places, {
    pending: waiting.filter(({ old, commit }) => old === tip && commit !== tip),
  });
  const { url } = recordIn(join(places.releases, ready))!;
  return { kind: "shown", release: ready, url, isNew, ...(pending && { began: pending.began }) };
}

/** The newest release of a commit. */
const releaseOf = (places: Places, commit: string): string | undefined =>
  releasesIn(places).find(
    (id) => isOf(id, commit) && recordIn(join(places.releases, id))?.commit === commit,
  );

/** A release that waited for its push becomes one that can be shown. */
function accept({ pending, releases }: Places, id: string): void {
  if (!existsSync(join(pending, id))) return;
  mkdirSync(releases, { recursive: true });
  renameSync(join(pending, id), join(releases, id));
}

async function makeMissing(blog: Blog, places: Places, commit: string): Promise<void> {
  const lock = await lockBuilding(blog, places);
  try {
    if (isReady(places, commit)) return;
    const built = await buildAccepted(blog, places, commit);
    accept(places, makeRelease(places, built));
  } finally {
    lock.release();
  }
}

/** Whether somebody else made it meanwhile. */
const isReady = (places: Places, commit: string): boolean =>
  releaseOf(places, commit) !== undefined ||
  readProgress(places).pending.some(
    (waiting) => waiting.commit === commit && existsSync(join(places.pending, waiting.release)),
  );

/** Builds a commit that git has accepted. */
export function buildAccepted(
  blog: Blog,
  places: Places,
  commit: string,
  asOf?: string,
): Promise<BuiltSite> {
  endLeftOver(places.running);
  return buildCommit(openPushed(blog, places, commit), blog, places, commit, asOf);
}

/** Takes old releases out of what can be shown. Whoever goes back to one meanwhile has it, or is told that it is gone. */
async function withdrawOld({ keep }: Blog, places: Places): Promise<readonly string[]> {
  const lock = await lockSwitch(places);
  try {
    const waiting = readProgress(places).pending.map(({ release }) => release);
    return withdraw(places, keep, new Set(waiting));
  } finally {
    lock.release();
  }
}

/** Removes what nobody will look at again, where nothing is being built; else the next push does it. */
export async function tidyUp(blog: Blog): Promise<void> {
  const places = placesOf(blog);
  const lock = await tryLockBuilding(places);
  if (!lock) return;
  try {
    for (const folder of await withdrawOld(blog, places))
      rmSync(folder, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}
