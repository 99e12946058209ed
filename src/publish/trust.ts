import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "../io/files.ts";
import type { Blog } from "./blog.ts";
import { isNoCommit, type Git } from "./git.ts";
import { CONTENT_FOLDERS } from "./pushed.ts";
import { changedFiles, filesOf, type TreeFile } from "./tree.ts";

/**
 * The files of a push that are code which this server does not have: outside of the folders of content, and neither as the
 * branch had them, nor as the installation has them. So a first push is none, nor one of what was installed meanwhile.
 */
export function foreignCode(
  git: Git,
  { site }: Blog,
  old: string,
  commit: string,
): readonly string[] {
  const files = isNoCommit(old) ? filesOf(git, commit) : changedFiles(git, old, commit);
  return files
    .filter(({ path }) => !CONTENT_FOLDERS.some((folder) => path.startsWith(`${folder}/`)))
    .filter((file) => !isInstalled(site, file))
    .map(({ path }) => path);
}

function isInstalled(site: string, { path, mode, object }: TreeFile): boolean {
  const algorithm = object.length > SHA1_DIGITS ? "sha256" : "sha1";
  const bytes = bytesAt(join(site, path));
  if (mode === "") return bytes === undefined;
  if (bytes === undefined) return false;
  const hash = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes);
  return hash.digest("hex") === object;
}

const SHA1_DIGITS = 40;

/** A link is stored as the path that it leads to. Undefined where there is neither file nor link. */
function bytesAt(path: string): Buffer | undefined {
  try {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return Buffer.from(readlinkSync(path));
    return stats.isFile() ? readFileSync(path) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
