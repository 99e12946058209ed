import { join } from "node:path";
import { readJson, writeLasting } from "../files.ts";
import { Refusal } from "../refusal.ts";
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
  /** Of the record that the build left, where its site was made of nothing but what it read. */
  readonly record?: string;
  readonly files: Readonly<Record<string, Made>>;
  /** The site paths of essays and pages, with the files they were written in. */
  readonly published: Readonly<Record<string, string>>;
}

const NAME = "manifest.json";

export const readManifest = (state: string): Manifest | undefined =>
  readJson(join(state, NAME), damaged) as Manifest | undefined;

/** Without them it is not known which files of the output are Galley's. */
export function damaged(path: string): never {
  throw new Refusal(
    `${path} is damaged, as after a power failure. Nothing was written. Delete it and the output folder: the next build makes the site anew.`,
  );
}

export function writeManifest(state: string, manifest: Manifest): void {
  writeLasting(join(state, NAME), JSON.stringify(manifest));
}

/** Changes whenever a manifest is written. */
export const manifestStamp = (state: string): string | undefined => stampOf(join(state, NAME));
