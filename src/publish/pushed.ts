import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isMissing, writeWhole } from "../io/files.ts";
import type { Blog, Places } from "./blog.ts";
import { borrow } from "./borrow.ts";
import { gitAt, type Git } from "./git.ts";
import { filesOf } from "./tree.ts";

/** What is taken from a push under trust `content`. */
export const CONTENT_FOLDERS = ["content", "public"] as const;

/**
 * Opens a repository that sees what was pushed as if it were accepted.
 *
 * @param quarantine where git keeps the objects of a push until it is accepted
 */
export function openPushed(
  { repo }: Blog,
  { gitDir }: Places,
  commit: string,
  quarantine?: string,
): Git {
  const objects = [join(repo, "objects"), ...(quarantine ? [quarantine] : [])];
  borrow(gitDir, { objects }, commit);
  return gitAt(gitDir);
}

/** Stands while files are checked out: where it is found, that was interrupted. */
const UNFINISHED = "unfinished";

/** Checks out what a build is made of. What is the same as in the last push is left as it is. */
export function checkOut(git: Git, { trust }: Blog, places: Places, commit: string): void {
  const { source, index } = places;
  const mark = join(index, UNFINISHED);
  const attributes = attributesIn(git, commit);
  if (existsSync(mark) || attributes !== attributesOfCheckout(places)) forgetCheckout(places);
  mkdirSync(index, { recursive: true });
  writeWhole(mark, "");
  if (trust === "code") become(git, source, join(index, "all"), commit);
  else {
    const trees = treesIn(git, commit);
    for (const folder of CONTENT_FOLDERS)
      become(git, join(source, folder), join(index, folder), trees.get(folder));
  }
  writeWhole(join(index, ATTRIBUTES), attributes);
  rmSync(mark);
}

/** What `.gitattributes` say changes files that are the same in two commits: line ends, and more. */
const attributesIn = (git: Git, commit: string): string =>
  JSON.stringify(filesOf(git, commit).filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path)));

const ATTRIBUTES = "attributes";

/** Empty where nothing was checked out. */
function attributesOfCheckout({ index }: Places): string {
  try {
    return readFileSync(join(index, ATTRIBUTES), "utf8");
  } catch (error) {
    if (isMissing(error)) return "";
    throw error;
  }
}

/** The next checkout begins with nothing. */
export function forgetCheckout({ source, index }: Places): void {
  rmSync(source, { recursive: true, force: true });
  rmSync(index, { recursive: true, force: true });
}

/** @param tree none is an empty folder */
function become(git: Git, folder: string, index: string, tree: string | undefined): void {
  mkdirSync(folder, { recursive: true });
  rmSync(`${index}.lock`, { force: true });
  git.in(folder, index)("read-tree", "--reset", "-u", tree ?? emptyTree(git));
}

const emptyTree = (git: Git): string => git("hash-object", "-t", "tree", "/dev/null").trim();

/** The folders at the top of a commit, as trees by name. */
function treesIn(git: Git, commit: string): ReadonlyMap<string, string> {
  const listed = git("ls-tree", "-d", "-z", commit, "--", ...CONTENT_FOLDERS);
  return new Map(
    listed
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => {
        const [about = "", name = ""] = line.split("\t");
        return [name, about.split(" ")[2]!];
      }),
  );
}
