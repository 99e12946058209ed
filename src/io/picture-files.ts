import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hashOf, readHead } from "./files.ts";
import { unexpected } from "./unexpected.ts";
import type { Entry } from "./walk.ts";

/** A picture's file, known to be one by its first bytes. */
export interface PictureFile {
  readonly file: string;
  readonly path: string;
  readonly hash: string;
}

/** What a browser can be asked to load; larger pictures are a mistake. */
const MOST_BYTES = 64 * 1024 * 1024;

export const isPictureName = (file: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|avif)$/i.test(file);

/** Reads and hashes a picture; its bytes are not kept. Undefined where the file is gone. */
export function readPicture({ file, path }: Entry): PictureFile | Diagnostic | undefined {
  const bytes = readHead(path, MOST_BYTES + 1);
  if (!bytes) return undefined;
  if (bytes.length > MOST_BYTES) return unexpected(file, "a picture has at most 64 MiB");
  if (!isPicture(bytes))
    return unexpected(file, "it is named like a picture, but its content is none");
  return { file, path, hash: hashOf(bytes) };
}

/** By the signatures of PNG, JPEG, GIF, WebP (RIFF) and AVIF (ISO base media). */
function isPicture(bytes: Buffer): boolean {
  const at = (start: number, end: number): string => bytes.toString("latin1", start, end);
  return (
    at(0, 8) === "\x89PNG\r\n\x1a\n" ||
    at(0, 3) === "\xff\xd8\xff" ||
    ["GIF87a", "GIF89a"].includes(at(0, 6)) ||
    (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") ||
    (at(4, 8) === "ftyp" && ["avif", "avis"].includes(at(8, 12)))
  );
}
