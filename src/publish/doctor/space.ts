import { statfsSync, statSync, type StatsFs } from "node:fs";
import { nearestExisting } from "../../io/output/folder.ts";
import type { Blog } from "../blog.ts";
import { error, ok, warning, type Check } from "./check.ts";

const MEGABYTE = 1_000_000;

interface Needs {
  /** With less a push is likely to fail. */
  readonly least: number;
  /** With less it is time to look after it. */
  readonly enough: number;
}

/** A push of a few photographs, with their variants. */
const BYTES: Needs = { least: 100 * MEGABYTE, enough: 1000 * MEGABYTE };
/** Folders of a release are new ones, files are links: that of a blog of a thousand essays, and more than that. */
const INODES: Needs = { least: 5000, enough: 50_000 };

const number = (count: number): string => count.toLocaleString("en");

/** What is left on the disks that a push writes to: mostly it is one. */
export function space({ repo, www }: Blog): readonly Check[] {
  const [ofRepo, ofReleases] = [repo, www].map(nearestExisting) as [string, string];
  const check = (what: string, folder: string): Check => checked(what, folder, statfsSync(folder));
  return statSync(ofRepo).dev === statSync(ofReleases).dev
    ? [check("disk", ofReleases)]
    : [check("disk of git", ofRepo), check("disk of releases", ofReleases)];
}

/** @param left what the file system says, see statfs(2) */
export function checked(
  what: string,
  folder: string,
  { bavail, bsize, files, ffree }: Pick<StatsFs, "bavail" | "bsize" | "files" | "ffree">,
): Check {
  const bytes = bavail * bsize;
  // Some file systems make inodes as they need them, and count none.
  const inodes = files === 0 ? Infinity : ffree;
  const counted = inodes === Infinity ? "" : `, room for ${number(inodes)} more files`;
  const left = `${number(Math.floor(bytes / MEGABYTE))} MB free${counted}`;
  const isFull = bytes < BYTES.least || inodes < INODES.least;
  const isFilling = bytes < BYTES.enough || inodes < INODES.enough;
  if (!isFilling) return ok(what, left);
  const advice = `${left} around ${folder}. Make room, or keep fewer releases: galley publish init --keep=…`;
  return isFull ? error(what, advice) : warning(what, advice);
}
