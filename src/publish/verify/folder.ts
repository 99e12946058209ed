import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Counting } from "../../io/counting.ts";
import { isMissing } from "../../io/files.ts";
import { Refusal } from "../../io/refusal.ts";
import { filesBelow } from "../../io/walk.ts";
import { RECORD_FILE } from "../paths.ts";
import { sha256 } from "../record-of.ts";
import { readRecord, type ReleaseRecord } from "../release-record.ts";
import type { Difference, Verified } from "./difference.ts";

/** The record that lies in a folder. */
export function recordIn(folder: string): ReleaseRecord {
  const path = join(folder, RECORD_FILE);
  const text = bytesOf(path)?.toString("utf8");
  if (text !== undefined) return readRecord(text, path);
  throw new Refusal(
    `There is no ${path} to compare with. A release has one; galley publish record writes one into a site that was built.`,
  );
}

/** Compares all that lies in a folder with a record. */
export function verifyFolder(
  folder: string,
  { files }: ReleaseRecord,
  progress: Counting,
): Verified {
  const found = new Map(filesBelow(folder, () => false).map((entry) => [entry.file, entry]));
  found.delete(RECORD_FILE);
  progress.expect(files.size);
  const ours = Array.from(files, ([path, hash]): readonly Difference[] => {
    progress.advance(1);
    const entry = found.get(path);
    const bytes = entry?.kind === "file" ? bytesOf(entry.path) : undefined;
    if (entry && entry.kind !== "file") return [{ kind: "differs", path }];
    if (bytes === undefined) return [{ kind: "missing", path }];
    return sha256(bytes) === hash ? [] : [{ kind: "differs", path }];
  });
  progress.end();
  const extra = [...found.keys()]
    .filter((path) => !files.has(path))
    .map((path): Difference => ({ kind: "extra", path }));
  const differences = [...ours.flat(), ...extra].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { differences, compared: files.size, unasked: [] };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
