import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readJson, writeLasting } from "../files.ts";
import { stampOf } from "../stamp.ts";
import { damaged, readManifest, writeManifest, type Made, type Manifest } from "./manifest.ts";

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
  /** The manifest to be, with only those of its files that are new or changed: the others stay as they are known. */
  readonly manifest: Manifest;
}

const NAME = "journal.json";

/**
 * Puts the new files in place, removes the old ones, and replaces the manifest, which is answered.
 *
 * @param previous the manifest up to now
 */
export function apply(state: string, journal: Journal, previous: Manifest | undefined): Manifest {
  writeLasting(join(state, NAME), JSON.stringify(journal));
  return carryOut(state, journal, previous, Object.keys(journal.manifest.files));
}

/** Completes what a killed build began. Says whether there was anything to complete. */
export function recover(state: string): boolean {
  const journal = readJournal(state);
  if (!journal) return false;
  const { staging, manifest } = journal;
  const waiting = Object.keys(manifest.files).filter((path) => existsSync(join(staging, path)));
  carryOut(state, journal, readManifest(state), waiting);
  return true;
}

const readJournal = (state: string): Journal | undefined =>
  readJson(join(state, NAME), damaged) as Journal | undefined;

/** @param moved the files that are put in place now: what was moved before a kill may be another's by now */
function carryOut(
  state: string,
  journal: Journal,
  previous: Manifest | undefined,
  moved: readonly string[],
): Manifest {
  const { output, staging, deletions, manifest } = journal;
  const inTheWay = deletions.filter((path) => isInTheWay(staging, path));
  inTheWay.forEach((path) => remove(output, path));
  if (existsSync(staging)) move(staging, output);
  deletions.forEach((path) => remove(output, path));
  const files = new Map(Object.entries(previous?.files ?? {}));
  for (const path of deletions) files.delete(path);
  for (const [path, made] of Object.entries(manifest.files)) files.set(path, made);
  for (const path of moved) stamp(files, path, output);
  const whole = { ...manifest, files: Object.fromEntries(files) };
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

/** Only what was just put in place is vouched for; the next build reads the bytes of the rest. */
function stamp(files: Map<string, Made>, path: string, output: string): void {
  const made = files.get(path);
  if (!made || made.stamp !== undefined) return;
  const now = stampOf(join(output, path));
  if (now !== undefined) files.set(path, { ...made, stamp: now });
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
