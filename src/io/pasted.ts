import { realpathSync, statSync } from "node:fs";
import { join, parse, relative, resolve } from "node:path";
import type { Format } from "../essays/essay.ts";
import { MOST_BYTES } from "./content.ts";
import { isMissing, readHead } from "./files.ts";
import { isWithin } from "./root.ts";

/** A file to import, as it was found. */
export interface PastedFile {
  readonly bytes: Uint8Array;
  /** Where it lies, as the file system spells it. */
  readonly path: string;
  readonly format: Format;
  /** The name without its ending. */
  readonly stem: string;
  /** Its file in the content folder, where it lies there. */
  readonly inside?: string;
}

/**
 * Reads a file to import: named from the working folder, or from the content folder, as findings name it. Answers why
 * not, in words, where it can't.
 */
export function readPasted(name: string, content: string): PastedFile | string {
  const path = [resolve(name), join(content, name)].find(isThere);
  if (path === undefined) return "there is no such file";
  if (!statSync(path).isFile()) return "this is no file";
  const bytes = readHead(path, MOST_BYTES);
  if (!bytes) return "there is no such file";
  const { name: stem, ext } = parse(path);
  const format = ext.toLowerCase() === ".md" ? "md" : "txt";
  const inside = fileIn(path, content);
  return {
    bytes,
    path,
    format,
    stem: stem.normalize("NFC"),
    ...(inside !== undefined && { inside }),
  };
}

/** What no file can be called, and what leads in a circle. */
const NO_NAMES = new Set(["ENAMETOOLONG", "ELOOP"]);

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const isNoName = NO_NAMES.has((error as NodeJS.ErrnoException).code ?? "");
    if (isMissing(error) || isNoName) return false;
    throw error;
  }
}

function fileIn(path: string, content: string): string | undefined {
  const [real, folder] = [path, content].map((place) =>
    isThere(place) ? realpathSync(place) : place,
  );
  if (!isWithin(real!, folder!)) return undefined;
  return relative(folder!, real!).replaceAll("\\", "/").normalize("NFC");
}

/** Reads standard input to its end, or until it is more than a text may have. */
export async function readInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length >= MOST_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES);
}
