import type { Git } from "./git.ts";

/** A file as a commit has it. */
export interface TreeFile {
  readonly path: string;
  /** As git writes it, `100644`; empty where the file is gone. */
  readonly mode: string;
  /** The name of the object with its bytes. */
  readonly object: string;
}

/** All files of a commit. */
export function filesOf(git: Git, commit: string): readonly TreeFile[] {
  return cells(git("ls-tree", "-r", "-z", commit)).map((cell) => {
    const [about, path] = splitAt(cell, "\t");
    const [mode = "", , object = ""] = about.split(" ");
    return { path, mode, object };
  });
}

/** The files that differ between two commits, as the newer one has them. */
export function changedFiles(git: Git, older: string, newer: string): readonly TreeFile[] {
  const fields = cells(git("diff-tree", "-r", "-z", "--no-renames", older, newer));
  return Array.from({ length: fields.length / 2 }, (_, i) => {
    const [, mode = "", , object = "", status] = fields[2 * i]!.split(" ");
    return { path: fields[2 * i + 1]!, mode: status === "D" ? "" : mode, object };
  });
}

/** How many bytes the files of a commit have, all together. */
export const bytesOf = (git: Git, commit: string): number =>
  cells(git("ls-tree", "-r", "-l", "-z", commit)).reduce((sum, cell) => {
    const size = Number(splitAt(cell, "\t")[0].split(/ +/)[3]);
    return sum + (Number.isNaN(size) ? 0 : size);
  }, 0);

const cells = (text: string): readonly string[] => text.split("\0").filter((cell) => cell !== "");

function splitAt(text: string, sign: string): [string, string] {
  const place = text.indexOf(sign);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
