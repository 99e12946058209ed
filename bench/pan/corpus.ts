import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { alignmentsIn } from "./xml.ts";
import type { Alignment } from "./plagdet.ts";

/** The list of a folder's pairs: two file names a line. */
const PAIRS = "pairs";

/** Where the documents are: in the folder of the pairs, or beside it. */
const DOCUMENTS = { suspicious: "susp", source: "src" } as const;

/** Folders of one corpus, by how their passages were disguised: `01-no-plagiarism`. */
const PART = /^\d\d-/;

/** Two documents to be compared. */
export interface Pair {
  /** Names of files, as the list has them. */
  readonly suspicious: string;
  readonly source: string;
  /** Where these are. */
  readonly paths: { readonly suspicious: string; readonly source: string };
}

/** One folder of a corpus. */
export interface Part {
  /** Its name; empty where the corpus has but one, the corpus itself. */
  readonly name: string;
  readonly folder: string;
  /** In the order of the list. */
  readonly pairs: readonly Pair[];
}

/** The parts of the corpus in `folder`. Throws where there are none, or one is incomplete. */
export function partsOf(folder: string): readonly Part[] {
  if (!isFolder(folder)) throw new Error(`There is no folder "${folder}".`);
  const names = readdirSync(folder)
    .filter((name) => PART.test(name) && existsSync(join(folder, name, PAIRS)))
    .toSorted();
  if (names.length > 0) return names.map((name) => partOf(name, join(folder, name)));
  if (existsSync(join(folder, PAIRS))) return [partOf("", folder)];
  throw new Error(
    `"${folder}" is no corpus: it has no file "${PAIRS}", and no folder 01-… with one.`,
  );
}

function partOf(name: string, folder: string): Part {
  const list = join(folder, PAIRS);
  const folders = {
    suspicious: documentsOf(folder, DOCUMENTS.suspicious),
    source: documentsOf(folder, DOCUMENTS.source),
  };
  const pairs = readFileSync(list, "utf8")
    .split(/\r?\n/)
    .flatMap((line, i) => {
      const [suspicious, source, ...more] = line.trim().split(/\s+/);
      if (!suspicious) return [];
      if (!source || more.length > 0)
        throw new Error(`${list}, line ${i + 1}: "${line}" does not name two files.`);
      const paths = {
        suspicious: join(folders.suspicious, suspicious),
        source: join(folders.source, source),
      };
      for (const path of [paths.suspicious, paths.source])
        if (!existsSync(path)) throw new Error(`${list}, line ${i + 1}: there is no "${path}".`);
      return [{ suspicious, source, paths }];
    });
  if (pairs.length === 0) throw new Error(`${list} names no pairs.`);
  return { name, folder, pairs };
}

function documentsOf(folder: string, name: string): string {
  const found = [join(folder, name), join(dirname(folder), name)].find(isFolder);
  if (!found) throw new Error(`There is no folder "${name}" in "${folder}" or beside it.`);
  return found;
}

/** The name of the file that says what is copied in a pair, in the corpus and in the output. */
export function xmlName({ suspicious, source }: Pair): string {
  return `${stem(suspicious)}-${stem(source)}.xml`;
}

/** The cases of each pair of a part, or undefined where the corpus states none. Throws where a file is broken. */
export function casesOf({ folder, pairs }: Part): readonly (readonly Alignment[])[] | undefined {
  const paths = pairs.map((pair) => join(folder, xmlName(pair)));
  if (!paths.some((path) => existsSync(path))) return undefined;
  return paths.map((path) => {
    try {
      return alignmentsIn(readFileSync(path, "utf8"));
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
    }
  });
}

const stem = (name: string): string => name.replace(/\.txt$/, "");

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
