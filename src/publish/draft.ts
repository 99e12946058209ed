import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { isMissing } from "../io/files.ts";
import type { Places } from "./blog.ts";
import { RECORD_FILE } from "./paths.ts";
import { changesBetween, textOf, type ReleaseRecord } from "./release-record.ts";
import { recordIn } from "./releases.ts";

/** Files that are looked at before whoever else waits in this process has a turn. */
const HANDFUL = 500;

/** A release that readers see, or saw. */
export interface Base {
  readonly folder: string;
  readonly record: ReleaseRecord;
}

/**
 * Fills the draft with the files of a release, as hard links to them. A draft that holds them already, since the push
 * that it was made for was refused, is kept.
 *
 * @returns the files of the release that the draft lacks, since they are not as they were made
 */
export async function beginDraft(
  { draft }: Places,
  base: Base | undefined,
): Promise<ReadonlySet<string>> {
  const isKept = base !== undefined && isSame(recordIn(draft), base.record);
  if (!isKept) {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
  }
  const spoilt = new Set<string>();
  if (!base) return spoilt;
  const folders = new Set<string>();
  const made = momentOf(base);
  let looked = 0;
  for (const path of base.record.files.keys()) {
    const from = join(isKept ? draft : base.folder, path);
    if (!isAsMade(from, made)) spoilt.add(path);
    else if (!isKept) {
      makeFolder(join(draft, dirname(path)), folders);
      linkSync(from, join(draft, path));
    }
    if (++looked % HANDFUL === 0) await breathe();
  }
  // The last one says that the draft is whole.
  if (!isKept) linkSync(join(base.folder, RECORD_FILE), join(draft, RECORD_FILE));
  return spoilt;
}

const isSame = (found: ReleaseRecord | undefined, wanted: ReleaseRecord): boolean =>
  found !== undefined && textOf(found) === textOf(wanted);

/** When a release was made: its record is written last. In milliseconds since 1970. */
const momentOf = ({ folder }: Base): number => lstatSync(join(folder, RECORD_FILE)).mtimeMs;

/** Whether a file of a release is there, and nobody wrote to it since: a link would carry that into every release to come. */
function isAsMade(path: string, made: number): boolean {
  try {
    const stats = lstatSync(path);
    return stats.isFile() && stats.mtimeMs <= made;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Makes the draft a release: what differs, or is spoilt, is removed, and copied from the output of the build. Nothing is
 * ever written through a link, and no file of a release is one of the output, which the next build works on.
 *
 * @param spoilt what `beginDraft` answered
 */
export function finishDraft(
  { draft, building, pending }: Places,
  base: Base | undefined,
  spoilt: ReadonlySet<string>,
  record: ReleaseRecord,
  id: string,
): void {
  rmSync(join(draft, RECORD_FILE), { force: true });
  const { added, changed, removed } = changesBetween(base?.record, record);
  const left = new Set([...changed, ...removed]);
  const renewed = [...changed, ...[...spoilt].filter((path) => !left.has(path))];
  for (const path of [...removed, ...renewed])
    rmSync(join(draft, path), { recursive: true, force: true });
  for (const path of removed) removeEmpty(draft, dirname(path));
  const folders = new Set<string>();
  for (const path of [...renewed, ...added]) {
    makeFolder(join(draft, dirname(path)), folders);
    copyFileSync(join(building, path), join(draft, path), NEW_AND_CHEAP);
  }
  writeFileSync(join(draft, RECORD_FILE), textOf(record), { flag: "wx" });
  mkdirSync(pending, { recursive: true });
  renameSync(draft, join(pending, id));
}

/** Never over a file; some file systems copy by sharing the blocks. */
const NEW_AND_CHEAP = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

function makeFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  known.add(folder);
}

/** Removes a folder where nothing is left in it, and so those above. */
function removeEmpty(root: string, folder: string): void {
  if (folder === ".") return;
  try {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  removeEmpty(root, dirname(folder));
}
