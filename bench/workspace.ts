import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const RAM_DISK = "/dev/shm";

/** What `statfs` calls a tmpfs on Linux. */
const TMPFS_MAGIC = 0x01021994;

/**
 * Room that one essay takes at most: its file, its page in a site, a second one staged, cached text, its
 * share of lists and feeds, each rounded up to whole blocks; and that of two contestants in turn.
 */
const BYTES_AN_ESSAY = 120_000;

/** A fresh folder that a benchmark has for itself. */
export interface Workspace {
  readonly folder: string;
  /** Files here never meet a disk, so that the time of a build is the program's. */
  readonly inMemory: boolean;
  /** The path of a folder that is not there yet, never the same twice; its name says what it is for. */
  newFolder(purpose: string): string;
  remove(): void;
}

/**
 * Makes a fresh folder inside `parent`; without one on a RAM disk that has room for so many essays, else
 * in the system's folder for temporary files.
 */
export function makeWorkspace(essays: number, parent?: string): Workspace {
  const where = parent === undefined ? defaultParent(essays) : resolve(parent);
  const folder = mkdtempSync(join(where, "galley-bench-"));
  let folders = 0;
  return {
    folder,
    inMemory: isTmpfs(folder),
    newFolder: (purpose) => join(folder, `${++folders}-${purpose}`),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function defaultParent(essays: number): string {
  return isTmpfs(RAM_DISK) && isWritable(RAM_DISK) && room(RAM_DISK) > essays * BYTES_AN_ESSAY
    ? RAM_DISK
    : tmpdir();
}

function isTmpfs(folder: string): boolean {
  try {
    return statfsSync(folder).type === TMPFS_MAGIC;
  } catch {
    return false;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function room(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
