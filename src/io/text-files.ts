import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** File systems without hard links say so in several ways. */
const WITHOUT_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"]);

/**
 * Writes a file that must not be there yet, whole or not at all. Answers whether it did: false where there is one, also
 * where it came a moment ago.
 */
export function writeNew(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  return withDraft(path, text, (draft) => {
    try {
      linkSync(draft, path);
      return true;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return false;
      if (!WITHOUT_LINKS.has(code)) throw error;
      return writeExclusively(path, text);
    }
  });
}

/** Replaces a file's text in one step. Answers false where it is not what it was, and then leaves it. */
export function replaceText(path: string, was: Uint8Array, text: string): boolean {
  return withDraft(path, text, (draft) => {
    if (!readFileSync(path).equals(was)) return false;
    chmodSync(draft, statSync(path).mode);
    renameSync(draft, path);
    return true;
  });
}

function withDraft<T>(path: string, text: string, use: (draft: string) => T): T {
  // Hidden, so that no build takes it for content; of this process, so that two can't meet in it.
  const draft = join(dirname(path), `.galley-${process.pid}.tmp`);
  rmSync(draft, { force: true });
  const file = openSync(draft, "wx");
  try {
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeExclusively(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}
