import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./files.ts";

/** A file below a folder; `file` is its way from there, with `/`, in NFC. */
export interface Entry {
  readonly file: string;
  readonly path: string;
  /**
   * A twin has the name of the file before it, with its accents composed otherwise. A garbled name is not UTF-8: the file
   * cannot be found by it.
   */
  readonly kind: "file" | "symlink" | "special" | "twin" | "garbled";
}

/** Left over by editors and desktops; never anybody's content. */
const LITTER =
  /^(?:thumbs\.db|desktop\.ini|\.ds_store|4913|#.*#|.*~|.*\.(?:bak|orig|swp|swo|tmp))$/i;

/** Lists all files below a folder, in the order of their names by code unit. Symlinks are named, never followed. */
export function filesBelow(folder: string, isIgnored: (name: string) => boolean): readonly Entry[] {
  return list(folder, "").toSorted(byName).map(asTwin);

  function list(at: string, prefix: string): readonly Entry[] {
    return entriesOf(at)
      .filter(({ name }) => !isIgnored(name))
      .flatMap((entry) => {
        const path = join(at, entry.name);
        const file = prefix + entry.name.normalize("NFC");
        if (isGarbled(entry.name, path)) return [{ file, path, kind: "garbled" }];
        if (entry.isDirectory()) return list(path, `${file}/`);
        return [{ file, path, kind: kindOf(entry) }];
      });
  }
}

/** Of twins the one with the composed name comes first, whatever the order of the folder. */
const byName = (a: Entry, b: Entry): number => compare(a.file, b.file) || compare(b.path, a.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const asTwin = (entry: Entry, place: number, entries: readonly Entry[]): Entry =>
  entry.file === entries[place - 1]?.file ? { ...entry, kind: "twin" } : entry;

export const isLitter = (name: string): boolean => LITTER.test(name);
export const isHidden = (name: string): boolean => name.startsWith(".");

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Where bytes are no UTF-8, Node puts this character. Somebody may have written it, too: then it leads to the file. */
const isGarbled = (name: string, path: string): boolean =>
  name.includes("\uFFFD") && !lstatSync(path, { throwIfNoEntry: false });

function kindOf(entry: Dirent): Entry["kind"] {
  if (entry.isSymbolicLink()) return "symlink";
  return entry.isFile() ? "file" : "special";
}
