import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { lines, type Format } from "./cache-formats.ts";
import { isMissing, writeWhole } from "./files.ts";

/** What was once worked out from content, by the hash of that content. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Writes what is new; forgets what was not asked for when that is most of it, unless only some was to be asked for. */
  save(extent?: "all" | "some"): void;
}

/**
 * A cache in one file: a line with the version, then the values. A value that a killed process left unfinished is
 * passed over. A file of another version is left behind.
 */
export function openCache<T>(path: string, version: string, format: Format<T> = lines()): Cache<T> {
  const head = Buffer.from(headOf(version));
  const bytes = readBytes(path);
  const isOwn = bytes?.subarray(0, head.length).equals(head) ?? false;
  const found = isOwn ? format.valuesIn(bytes!.subarray(head.length)) : undefined;
  const values = new Map<string, T>();
  let fresh: string[] = [];
  let isReplaced = found === undefined;
  const stored = found ?? new Map<string, () => T | undefined>();

  return {
    get(key) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const value = stored.get(key)?.();
      if (value !== undefined) values.set(key, value);
      return value;
    },
    set(key, value) {
      if (values.get(key) === value) return;
      values.set(key, value);
      fresh.push(key);
    },
    save(extent = "all") {
      if (extent === "all") isReplaced ||= stored.size > 2 * values.size;
      if (fresh.length === 0 && !isReplaced) return;
      const bytesOf = (key: string): Buffer => format.bytesOf(key, values.get(key)!);
      mkdirSync(dirname(path), { recursive: true });
      if (isReplaced) writeWhole(path, Buffer.concat([head, ...[...values.keys()].map(bytesOf)]));
      else appendFileSync(path, Buffer.concat(fresh.map(bytesOf)));
      fresh = [];
      isReplaced = false;
    },
  };
}

/** A line with the version; what follows begins at a multiple of 4, where numbers can be read. */
function headOf(version: string): string {
  const length = Buffer.byteLength(version) + 1;
  return `${version}${" ".repeat((4 - (length % 4)) % 4)}\n`;
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
