import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { hashOf, isMissing, readJson, writeWhole } from "./files.ts";
import { stampOf } from "./stamp.ts";

/** A file that was made of a picture. */
export interface KeptFile {
  readonly name: string;
  readonly path: string;
  /** SHA-256 of its bytes, base64url. */
  readonly hash: string;
}

/** A file to be kept. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What was made of pictures, by what it was made of: a folder for each, with an index that is written last. A folder
 * without a good index is as good as none. Files are replaced one by one and in one step, and two builds that make the
 * same write the same bytes: so neither harms the other.
 */
export interface PictureStore {
  /** What is kept under a key; undefined where nothing is, or any of it is damaged. */
  get(key: string): readonly KeptFile[] | undefined;
  set(key: string, files: readonly MadeFile[]): readonly KeptFile[];
  /** Deletes what no build asked for during the last weeks. */
  forgetUnused(): void;
}

const INDEX = "index.json";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Long enough for branches and releases that are built now and then. */
const KEPT_MS = 30 * DAY_MS;

/** A line of an index: the stamp spares the next builds the reading of the bytes. */
type Line = readonly [name: string, hash: string, stamp: string];

export function pictureStore(folder: string): PictureStore {
  return {
    get(key) {
      const lines = readIndex(join(folder, key, INDEX));
      if (!lines?.every((line) => isWhole(join(folder, key), line))) return undefined;
      markUsed(join(folder, key, INDEX));
      return lines.map(([name, hash]) => ({ name, path: join(folder, key, name), hash }));
    },
    set(key, files) {
      const kept = files.map(({ name, bytes }) => {
        const path = join(folder, key, name);
        writeWhole(path, bytes);
        return { name, path, hash: hashOf(bytes) };
      });
      const lines = kept.map(({ name, hash, path }): Line => [name, hash, stampOf(path) ?? ""]);
      writeWhole(join(folder, key, INDEX), JSON.stringify(lines));
      return kept;
    },
    forgetUnused() {
      for (const key of namesIn(folder)) {
        if (Date.now() - lastUseOf(folder, key) > KEPT_MS)
          rmSync(join(folder, key), { recursive: true, force: true });
      }
    },
  };
}

function readIndex(path: string): readonly Line[] | undefined {
  const found = readJson(path, () => undefined);
  return Array.isArray(found) && found.every(isLine) ? found : undefined;
}

/** Names are ours: none of them leads out of its folder. */
const isLine = (line: unknown): line is Line =>
  Array.isArray(line) &&
  line.length === 3 &&
  line.every((cell) => typeof cell === "string") &&
  /^\w[\w.]*$/.test(line[0] as string);

function isWhole(folder: string, [name, known, stamp]: Line): boolean {
  const path = join(folder, name);
  if (stampOf(path) === stamp) return true;
  try {
    return hashOf(readFileSync(path)) === known;
  } catch {
    return false;
  }
}

/** Once a day is enough to know what is used. */
function markUsed(index: string): void {
  try {
    if (Date.now() - statSync(index).mtimeMs > DAY_MS) utimesSync(index, new Date(), new Date());
  } catch {
    // A folder that can't be written to forgets nothing either.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What has no index yet is being made, or was given up. */
function lastUseOf(folder: string, key: string): number {
  const stats = [join(folder, key, INDEX), join(folder, key)].map((path) =>
    statSync(path, { throwIfNoEntry: false }),
  );
  return stats.find((stat) => stat !== undefined)?.mtimeMs ?? Date.now();
}
