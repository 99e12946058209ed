import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";

/**
 * Refuses to put staged files over what Galley did not write: somebody's own file, or a symlink that leads elsewhere.
 *
 * @param known paths that an earlier build wrote
 */
export function refuseForeign(output: string, staging: string, known: ReadonlySet<string>): void {
  const path = foreignBelow("");
  if (path === undefined) return;
  throw new Refusal(
    `${join(output, path)} was not written by Galley and is in the way of a page. Nothing was written. Move it away, or put it in public/ if it belongs to the site.`,
  );

  function foreignBelow(folder: string): string | undefined {
    for (const name of readdirSync(join(staging, folder))) {
      const found = foreignAt(folder === "" ? name : `${folder}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function foreignAt(path: string): string | undefined {
    const old = statsOf(join(output, path));
    if (!old) return undefined;
    const isNewFolder = statsOf(join(staging, path))!.isDirectory();
    if (isNewFolder && old.isDirectory()) return foreignBelow(path);
    if (old.isDirectory()) return unknownBelow(path);
    return known.has(path) ? undefined : path;
  }

  /** A file takes a folder's place only when nothing but Galley's own files is in it. */
  function unknownBelow(folder: string): string | undefined {
    const entries = readdirSync(join(output, folder), { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(output.length + 1)
          .replaceAll("\\", "/"),
      );
    return files.find((path) => !known.has(path));
  }
}

const statsOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });
