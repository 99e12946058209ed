import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { isMissing, writeWhole } from "./files.ts";

/** What was once worked out from content, by the hash of that content. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Writes what is new; forgets what was not asked for when that is most of it, unless only some was to be asked for. */
  save(extent?: "all" | "some"): void;
}

/** How values are written down, on one line each. */
export interface Codec<T> {
  textOf(value: T): string;
  /** Undefined for what is no value. */
  valueOf(line: Buffer): T | undefined;
}

const JSON_CODEC: Codec<never> = {
  textOf: (value) => JSON.stringify(value),
  valueOf: (line) => {
    try {
      return JSON.parse(line.toString()) as never;
    } catch {
      return undefined;
    }
  },
};

/** 32-bit numbers in base64: a quarter of the time, and less than half of the room, that JSON takes. */
export const NUMBERS: Codec<Uint32Array> = {
  textOf: ({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength).toString("base64"),
  valueOf: (line) => {
    const base64 = line.toString("latin1");
    const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(base64, "base64"));
    const isWhole = bytes.length % 4 === 0 && bytes.write(base64, "base64") === bytes.length;
    return isWhole ? new Uint32Array(bytes.buffer) : undefined;
  },
};

/**
 * A cache in one file: a line with the version, then a line for each value, so that one more value costs one more
 * line. A line that a killed process left unfinished is passed over. A file of another version is left behind.
 */
export function openCache<T>(
  path: string,
  version: string,
  codec: Codec<T> = JSON_CODEC as Codec<unknown> as Codec<T>,
): Cache<T> {
  const lines = readLines(path, version);
  const values = new Map<string, T>();
  let fresh: string[] = [];
  let isReplaced = lines === undefined;
  const stored = lines ?? new Map<string, Buffer>();

  return {
    get(key) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const line = stored.get(key);
      const value = line && codec.valueOf(line);
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
      const line = (key: string): string => `${key}\t${codec.textOf(values.get(key)!)}\n`;
      mkdirSync(dirname(path), { recursive: true });
      if (isReplaced) writeWhole(path, `${version}\n${[...values.keys()].map(line).join("")}`);
      else appendFileSync(path, fresh.map(line).join(""));
      fresh = [];
      isReplaced = false;
    },
  };
}

/** The values' bytes by their keys; decoding them waits until they are asked for. */
function readLines(path: string, version: string): Map<string, Buffer> | undefined {
  const bytes = readBytes(path);
  const head = Buffer.from(`${version}\n`);
  if (!bytes?.subarray(0, head.length).equals(head)) return undefined;
  const lines = new Map<string, Buffer>();
  let start = head.length;
  for (let end = bytes.indexOf(LF, start); end !== -1; end = bytes.indexOf(LF, start)) {
    const tab = bytes.indexOf(TAB, start);
    if (tab !== -1 && tab < end) {
      lines.set(bytes.toString("latin1", start, tab), bytes.subarray(tab + 1, end));
    }
    start = end + 1;
  }
  // An unfinished last line would swallow what is appended to it.
  return start === bytes.length ? lines : undefined;
}

const LF = 10;
const TAB = 9;

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
