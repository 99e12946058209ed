import { hash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** SHA-256, base64url: what a file is known by, whether it is read or written. */
export const hashOf = (content: string | Uint8Array): string =>
  hash("sha256", content, "base64url");

/** A folder entry that another program removed meanwhile is as good as never seen. */
export const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Reads a file's first bytes, at most `limit`; undefined where it is gone. */
export function readHead(path: string, limit: number): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    const buffer = bufferOf(limit);
    let length = 0;
    for (let read = 1; read > 0 && length < limit; length += read) {
      read = readSync(file, buffer, length, limit - length, null);
    }
    return Buffer.from(buffer.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

let shared = Buffer.alloc(0);

/** One buffer for all files: thousands are read in a row. */
function bufferOf(size: number): Buffer {
  if (shared.length < size) shared = Buffer.allocUnsafeSlow(size);
  return shared;
}

/** The JSON of a file; undefined where there is none. What is no JSON is left to `damaged`. */
export function readJson(path: string, damaged: (path: string) => undefined): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (error instanceof SyntaxError) return damaged(path);
    throw error;
  }
}

/** Replaces a file in one step: whoever reads it sees the old one or the new one, whole. */
export const writeWhole = (path: string, content: string | Uint8Array): void =>
  replace(path, (draft) => writeFileSync(draft, content));

/** The same, also when the power fails. */
export const writeLasting = (path: string, content: string): void =>
  replace(path, (draft) => {
    const file = openSync(draft, "w");
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });

function replace(path: string, write: (draft: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    write(draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
