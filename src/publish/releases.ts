import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isMissing } from "../io/files.ts";
import { Refusal } from "../io/refusal.ts";
import type { Places } from "./blog.ts";
import { RECORD_FILE } from "./paths.ts";
import { readRecord, type ReleaseRecord } from "./release-record.ts";

/** `20260224T101530Z-3f2a1bc`, and `-2` behind it where two are made in one second. In the order of time. */
const ID = /^\d{8}T\d{6}Z-[\da-f]{7}(?:-\d+)?$/;

const COMMIT_DIGITS = 7;

/** The name of a release that is made now. */
export function newId(places: Places, commit: string): string {
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const id = `${moment}-${commit.slice(0, COMMIT_DIGITS)}`;
  const taken = new Set([...releasesIn(places), ...namesIn(places.pending)]);
  for (let i = 2; ; i++) {
    const next = taken.has(id) ? `${id}-${i}` : id;
    if (!taken.has(next)) return next;
  }
}

/** All releases that readers have seen or see, the newest first. */
export const releasesIn = ({ releases }: Places): readonly string[] =>
  namesIn(releases)
    .filter((name) => ID.test(name))
    .toSorted(byTime)
    .toReversed();

/** Whether a release may be of a commit, by its name. */
export const isOf = (id: string, commit: string): boolean =>
  id.split("-")[1] === commit.slice(0, COMMIT_DIGITS);

function byTime(a: string, b: string): number {
  const [first, second] = [a.slice(0, MOMENT), b.slice(0, MOMENT)];
  if (first !== second) return first < second ? -1 : 1;
  return countIn(a) - countIn(b);
}

const MOMENT = "YYYYMMDDTHHMMSSZ".length;
const countIn = (id: string): number => Number(id.split("-")[2] ?? 1);

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The release that readers see; undefined where there is none yet. */
export function liveRelease({ current, releases }: Places): string | undefined {
  try {
    const place = resolve(dirname(current), readlinkSync(current));
    return dirname(place) === releases ? basename(place) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    if ((error as NodeJS.ErrnoException).code === "EINVAL") refuseCurrent(current);
    throw error;
  }
}

function refuseCurrent(current: string): never {
  throw new Refusal(
    `${current} is not the link that Galley made. Move it away: it is to lead to the release that readers see.`,
  );
}

/** Undefined where a release is not whole. */
export function recordIn(folder: string): ReleaseRecord | undefined {
  const path = join(folder, RECORD_FILE);
  try {
    return readRecord(readFileSync(path, "utf8"), path);
  } catch (error) {
    if (isMissing(error) || error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Shows readers a release, from one moment to the next. */
export function switchTo({ current }: Places, id: string): void {
  const link = lstatSync(current, { throwIfNoEntry: false });
  if (link && !link.isSymbolicLink()) refuseCurrent(current);
  const draft = `${current}.next`;
  rmSync(draft, { force: true });
  mkdirSync(dirname(current), { recursive: true });
  symlinkSync(join("releases", id), draft);
  renameSync(draft, current);
}

/**
 * Takes their record from the oldest releases, and from what was made for pushes that came to nothing: no half of a release
 * can be chosen. Answers their folders, which are to be removed. A full disk does not hinder it.
 *
 * @param waiting releases of pushes that are not accepted yet
 */
export function withdraw(
  places: Places,
  keep: number,
  waiting: ReadonlySet<string>,
): readonly string[] {
  const live = liveRelease(places);
  const ids = releasesIn(places);
  const whole = ids.filter((id) => existsSync(join(places.releases, id, RECORD_FILE)));
  const kept = new Set([live, ...whole.filter((id) => id !== live).slice(0, keep - 1)]);
  const old = ids.filter((id) => !kept.has(id)).map((id) => join(places.releases, id));
  const forgotten = namesIn(places.pending)
    .filter((id) => !waiting.has(id))
    .map((id) => join(places.pending, id));
  const withdrawn = [...old, ...forgotten];
  for (const folder of withdrawn) rmSync(join(folder, RECORD_FILE), { force: true });
  return withdrawn;
}
