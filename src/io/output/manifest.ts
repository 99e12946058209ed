import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing, writeWhole } from "../files.ts";
import { stampOf } from "../stamp.ts";

/** What Galley knows of a file that it wrote. */
export interface Made {
  /** Of all that the file was made from, the code aside. */
  readonly fingerprint: string;
  /** SHA-256 of its bytes, base64url. */
  readonly hash: string;
  /** What the file system said of the file when it was last known to hold these bytes. */
  readonly stamp?: string;
}

/** What an output folder holds of Galley's, by path relative to it, with `/`. */
export interface Manifest {
  readonly code: string;
  /** Digest of what the build read, where that is all that it was made of. */
  readonly inputs?: string;
  readonly files: Readonly<Record<string, Made>>;
  /** The site paths of essays and pages, with the files they were written in. */
  readonly published: Readonly<Record<string, string>>;
}

const NAME = "manifest.json";

export function readManifest(state: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(state, NAME), "utf8")) as Manifest;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function writeManifest(state: string, manifest: Manifest): void {
  writeWhole(join(state, NAME), JSON.stringify(manifest));
}

/** Changes whenever a manifest is written. */
export const manifestStamp = (state: string): string | undefined => stampOf(join(state, NAME));
