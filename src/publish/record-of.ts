import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../io/files.ts";
import type { Made, Manifest } from "../io/output/manifest.ts";
import { Refusal } from "../io/refusal.ts";
import { stampOf } from "../io/stamp.ts";
import { filesBelow, type Entry } from "../io/walk.ts";
import { JSON_FEED } from "../site/urls.ts";
import { generator as thisGenerator } from "./generator.ts";
import { isRecordable, RECORD_FILE } from "./paths.ts";
import type { ReleaseRecord } from "./release-record.ts";

/** What the files of a site do not say. */
export interface About {
  readonly commit: string;
  /** The day that the build counted as today. */
  readonly asOf: string;
  /** What built the site; without it, this Galley. */
  readonly generator?: string;
}

/**
 * The record of the site in a folder. Refuses what is no site of Galley's, and what no web server could hand out as a file.
 *
 * @param known what the manifest of the build says of the files: the hash of one that was not written to since is taken
 *   from there. Without it every file is read.
 */
export function recordOf(
  folder: string,
  about: About,
  known: Manifest["files"] = {},
): ReleaseRecord {
  const url = urlOfSite(folder);
  const files = filesIn(folder).map(({ file, path }): [string, string] => [
    file,
    hashKnown(path, known[file]) ?? sha256(readFileSync(path)),
  ]);
  return recordWith(url, about, files);
}

/**
 * The record of a site that was built just now, by what its build says of it: no file is looked at. What else lies in the
 * folder is no part of the site.
 */
export function recordOfBuild(
  folder: string,
  about: About,
  made: Manifest["files"],
): ReleaseRecord {
  const odd = Object.keys(made).find((file) => !isRecordable(file));
  if (odd !== undefined) refuse(folder, odd, "its name");
  const files = Object.entries(made).map(([file, of]) => [file, hexOf(of)] as const);
  return recordWith(urlOfSite(folder), about, files);
}

function recordWith(
  url: string,
  { commit, asOf, generator = thisGenerator() }: About,
  files: readonly (readonly [string, string])[],
): ReleaseRecord {
  return { version: 1, commit, asOf, generator, url, files: new Map(files) };
}

/** All files of a site but its record. */
export function filesIn(folder: string): readonly Entry[] {
  const files = filesBelow(folder, () => false).filter(({ file }) => file !== RECORD_FILE);
  const odd = files.find(({ kind, file }) => kind !== "file" || !isRecordable(file));
  if (!odd) return files;
  return refuse(folder, odd.file, odd.kind === "file" ? "its name" : odd.kind);
}

function refuse(folder: string, file: string, why: string): never {
  throw new Refusal(
    `${JSON.stringify(file)} in ${folder} is no file that a web server hands out (${why}). Galley did not write it: move it away.`,
  );
}

function hashKnown(path: string, made: Manifest["files"][string] | undefined): string | undefined {
  if (made?.stamp === undefined || made.stamp !== stampOf(path)) return undefined;
  return hexOf(made);
}

const hexOf = ({ hash }: Made): string => Buffer.from(hash, "base64url").toString("hex");

export const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

/** The site's own feed says where the site is, the prefix of this very build included. */
function urlOfSite(folder: string): string {
  const feed = readJson(join(folder, JSON_FEED.slice(1)), () => undefined);
  const { home_page_url: url } = (feed ?? {}) as { readonly home_page_url?: unknown };
  if (typeof url === "string" && /^https?:\/\//.test(url)) return new URL(url).href;
  throw new Refusal(
    `${folder} holds no site that Galley built: there is no feed.json that says where the site is. Build it first: npm run build.`,
  );
}
