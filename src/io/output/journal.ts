import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isMissing, writeWhole } from "../files.ts";
import { stampOf } from "../stamp.ts";
import { writeManifest, type Made, type Manifest } from "./manifest.ts";

/**
 * What is to be done to an output folder, written down before it begins. Doing it twice does no harm, so a build
 * that finds a journal of a build that was killed does it once more.
 */
export interface Journal {
  readonly output: string;
  /** Holds the new files, each at its path. */
  readonly staging: string;
  /** Paths of files that are no more, relative to the output folder. */
  readonly deletions: readonly string[];
  readonly manifest: Manifest;
}

const NAME = "journal.json";

/** Puts the new files in place, removes the old ones, and replaces the manifest, which is answered. */
export function apply(state: string, journal: Journal): Manifest {
  writeWhole(join(state, NAME), JSON.stringify(journal));
  return carryOut(state, journal);
}

/** Completes what a killed build began. Says whether there was anything to complete. */
export function recover(state: string): boolean {
  const journal = readJournal(state);
  if (!journal) return false;
  carryOut(state, journal);
  return true;
}

function readJournal(state: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(join(state, NAME), "utf8")) as Journal;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function carryOut(state: string, journal: Journal): Manifest {
  const { output, staging, deletions, manifest } = journal;
  const inTheWay = deletions.filter((path) => isInTheWay(staging, path));
  inTheWay.forEach((path) => remove(output, path));
  if (existsSync(staging)) move(staging, output);
  deletions.forEach((path) => remove(output, path));
  const whole = { ...manifest, files: stamped(output, manifest.files) };
  writeManifest(state, whole);
  rmSync(join(state, NAME), { force: true });
  rmSync(staging, { recursive: true, force: true });
  return whole;
}

/** An old file where a new folder goes, or in an old folder where a new file goes. All others are removed last. */
function isInTheWay(staging: string, path: string): boolean {
  if (existsSync(join(staging, path))) return true;
  return ancestorsOf(path).some((folder) => isFile(join(staging, folder)));
}

/** Moves a file or a whole folder in one step; where the folder exists already, what is in it one by one. */
function move(from: string, to: string): void {
  if (!isFolder(from) || !isFolder(to)) {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    return;
  }
  for (const name of readdirSync(from)) move(join(from, name), join(to, name));
}

/** Removes a file, and the folders that it leaves empty. Never reaches through a symlink. */
function remove(output: string, path: string): void {
  const folders = ancestorsOf(path);
  if (!folders.every((folder) => isFolder(join(output, folder)))) return;
  if (!isFolder(join(output, path))) rmSync(join(output, path), { force: true });
  for (const folder of folders.toReversed()) {
    if (readdirSync(join(output, folder)).length > 0) return;
    rmdirSync(join(output, folder));
  }
}

function stamped(output: string, files: Manifest["files"]): Manifest["files"] {
  const entries = Object.entries(files).map(([path, made]): [string, Made] => {
    if (made.stamp !== undefined) return [path, made];
    const stamp = stampOf(join(output, path));
    return [path, stamp === undefined ? made : { ...made, stamp }];
  });
  return Object.fromEntries(entries);
}

/** `a/b/c.html` → `a`, `a/b`. */
function ancestorsOf(path: string): readonly string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, i) => steps.slice(0, i + 1).join("/"));
}

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isFile = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
