import { lstatSync, type Stats } from "node:fs";

/**
 * What the file system says of a file that was not written to: one that was has another stamp, even if somebody set
 * its times back, since nobody sets `ctime`. Undefined where there is no such file.
 */
export function stampOf(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && stampIn(stats);
}

/** File systems count time in steps of a few milliseconds: two writes in one step leave one stamp. */
const STEP_MS = 50;

/** The same, where what is written from now on will surely change it. */
export function settledStampOf(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && Date.now() - stats.ctimeMs > STEP_MS ? stampIn(stats) : undefined;
}

const stampIn = ({ ino, size, mtimeMs, ctimeMs }: Stats): string =>
  `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
