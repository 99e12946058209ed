import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** All that a folder holds: a file's bytes as Latin-1, so that any bytes compare as text; by path, in order. */
export type Tree = ReadonlyMap<string, string>;

/** The files below a folder; an empty folder stands as `name/`, and a symlink as what it is. */
export function treeOf(folder: string): Tree {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1).replaceAll("\\", "/");
        if (entry.isDirectory()) return [`${name}/`, ""];
        return [name, entry.isFile() ? readFileSync(path, "latin1") : "neither file nor folder"];
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What differs between two folders, in words; empty where nothing does. */
export function differences(expected: Tree, actual: Tree): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [before, now] = [expected.get(path), actual.get(path)];
    if (before === now) return [];
    if (now === undefined) return [`${path} is missing`];
    return [before === undefined ? `${path} is new` : `${path} differs`];
  });
}

/** Writes files below a folder, by path. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
