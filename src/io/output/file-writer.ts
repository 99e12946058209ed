import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "../files.ts";

/** A file of the site to be. */
export interface StagedFile {
  /** Relative to the staging folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes files below a folder, and remembers the hash of each by its path. */
export interface FileWriter {
  readonly hashes: Map<string, string>;
  write(files: readonly StagedFile[]): void;
}

export function fileWriter(folder: string): FileWriter {
  const hashes = new Map<string, string>();
  const folders = new Set<string>();
  return {
    hashes,
    write(files) {
      for (const { path, content } of files) {
        const target = join(folder, path);
        const parent = dirname(target);
        if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
        folders.add(parent);
        writeFileSync(target, content);
        hashes.set(path, hashOf(content));
      }
    },
  };
}
