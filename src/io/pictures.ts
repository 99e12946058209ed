import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Picture } from "../site/pictures.ts";
import { openCache } from "./cache.ts";
import { hashOf } from "./files.ts";
import { hasMoreThanPicture } from "./picture-end.ts";
import type { PictureFile } from "./picture-files.ts";
import { Refusal } from "./refusal.ts";
import { loadSharp } from "./sharp.ts";
import { sideBySide } from "./side-by-side.ts";
import { unexpected } from "./unexpected.ts";

/** A picture that can be published, and what has to be done to it before. */
export interface MeasuredPicture extends Picture {
  readonly path: string;
  readonly facts: Facts;
}

/** What is known of a picture by its bytes. */
export interface Facts {
  readonly width: number;
  readonly height: number;
  readonly format: PictureFormat;
  readonly isStill: boolean;
  /** Whether it says where, when or with what it was taken, or holds what nobody sees. */
  readonly tells: boolean;
}

export type PictureFormat = "png" | "jpeg" | "gif" | "webp" | "avif";

/** Why a picture can't be published. */
interface Refused {
  readonly why: string;
}

/** What a telephone takes at most, with room: 100 megapixels. Of what moves, all its pictures together. */
const MOST_PIXELS = { still: 100e6, moving: 250e6 } as const;

/**
 * How every picture is read: all of an animation; what browsers show in spite of a slip is no damage; and no more pixels
 * than that, however small the file.
 */
export const READING = {
  animated: true,
  failOn: "error",
  limitInputPixels: MOST_PIXELS.moving,
} as const;

const VERSION = "3";

/** Measures pictures, and tells those that can't be published; cached by content in the state folder. */
export async function measured(
  files: readonly PictureFile[],
  state: string,
): Promise<{ pictures: readonly MeasuredPicture[]; findings: readonly Diagnostic[] }> {
  const cache = openCache<Facts>(join(state, "pictures", "facts"), VERSION);
  const all = await sideBySide(files, async (picture) => {
    const facts = cache.get(picture.hash) ?? (await factsOf(bytesOf(picture)));
    if (!("why" in facts)) cache.set(picture.hash, facts);
    return facts;
  });
  cache.save();
  const pictures: MeasuredPicture[] = [];
  const findings: Diagnostic[] = [];
  files.forEach(({ file, path, hash }, i) => {
    const facts = all[i]!;
    if ("why" in facts) return findings.push(unexpected(file, facts.why));
    const { width, height, isStill } = facts;
    return pictures.push({ file, hash, width, height, isStill, path, facts });
  });
  return { pictures, findings };
}

/**
 * The bytes of a picture, once more. Throws a `Refusal` where they are other ones by now: what is cached by their hash
 * would be wrong for good.
 */
export function bytesOf({ file, path, hash: known }: PictureFile): Buffer {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (hashOf(bytes) === known) return bytes;
  throw new Refusal(`${file} was edited while the site was being built. Build once more.`);
}

async function factsOf(bytes: Buffer): Promise<Facts | Refused> {
  const sharp = await loadSharp();
  try {
    // Only the head is read, whatever size it claims.
    const head = await sharp(bytes, { ...READING, limitInputPixels: false }).metadata();
    const { autoOrient, pageHeight, pages = 1, exif, xmp, iptc, comments } = head;
    const format = head.format === "heif" ? "avif" : (head.format as PictureFormat);
    const isStill = pages === 1 && format !== "gif";
    const most = isStill ? MOST_PIXELS.still : MOST_PIXELS.moving;
    const pixels = head.width * head.height;
    if (pixels > most) return { why: tooLarge(pixels, most) };
    // What was cut off begins well: only who reads to the end knows.
    await sharp(bytes, READING).resize(1).toBuffer();
    return {
      width: autoOrient.width,
      height: pageHeight ?? autoOrient.height,
      format,
      isStill,
      tells:
        [exif, xmp, iptc, comments].some((told) => told !== undefined) ||
        hasMoreThanPicture(bytes, format),
    };
  } catch {
    return { why: "it is damaged and cannot be read as a picture" };
  }
}

const tooLarge = (pixels: number, most: number): string =>
  `it has ${millions(pixels)} million pixels, and ${millions(most)} million is the most; save it smaller`;

const millions = (pixels: number): number => Math.ceil(pixels / 1e6);
