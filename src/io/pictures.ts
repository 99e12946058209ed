import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Picture } from "../site/pictures.ts";
import { openCache } from "./cache.ts";
import { writeWhole } from "./files.ts";
import type { PictureFile } from "./picture-files.ts";
import { unexpected } from "./unexpected.ts";

/** A picture, and the file that is published in its place. */
export interface PublishablePicture extends Picture {
  /** The picture itself, or a copy without metadata where it had any. */
  readonly path: string;
}

interface Facts {
  readonly width: number;
  readonly height: number;
  /** Whether it says where, when or with what it was taken. */
  readonly tells: boolean;
}

/** Of a picture that has to be written anew: no difference that an eye could see. */
const QUALITY = 92;

/** All of an animation is looked at, and what browsers show in spite of a slip is no damage. */
const READING = { animated: true, failOn: "error" } as const;

const VERSION = "2";

/** Measures pictures and takes out what cameras write into them; cached by content in the state folder. */
export async function publishable(
  files: readonly PictureFile[],
  state: string,
): Promise<{ pictures: readonly PublishablePicture[]; findings: readonly Diagnostic[] }> {
  const folder = join(state, "pictures");
  const cache = openCache<Facts>(join(folder, "facts"), VERSION);
  const pictures: PublishablePicture[] = [];
  const findings: Diagnostic[] = [];
  for (const { file, path, hash } of files) {
    const facts = cache.get(hash) ?? (await factsOf(path));
    if (!facts) {
      findings.push(unexpected(file, "it is damaged and cannot be read as a picture"));
      continue;
    }
    cache.set(hash, facts);
    const clean = facts.tells ? await withoutMetadata(path, join(folder, hash)) : path;
    pictures.push({ file, hash, width: facts.width, height: facts.height, path: clean });
  }
  cache.save();
  return { pictures, findings };
}

async function factsOf(path: string): Promise<Facts | undefined> {
  const { default: sharp } = await import("sharp");
  try {
    const picture = sharp(path, READING);
    const { autoOrient, pageHeight, exif, xmp, iptc, comments } = await picture.metadata();
    // What was cut off begins well: only who reads to the end knows.
    await picture.resize(1).toBuffer();
    return {
      width: autoOrient.width,
      height: pageHeight ?? autoOrient.height,
      tells: [exif, xmp, iptc, comments].some((told) => told !== undefined),
    };
  } catch {
    return undefined;
  }
}

/** Writes the picture anew: upright, with its colour profile, without anything else that it said about itself. */
async function withoutMetadata(path: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const { default: sharp } = await import("sharp");
  const picture = sharp(path, READING).autoOrient().keepIccProfile();
  const { format } = await picture.metadata();
  const isAvif = format === "heif";
  const bytes = await picture.toFormat(isAvif ? "avif" : format, { quality: QUALITY }).toBuffer();
  mkdirSync(join(copy, ".."), { recursive: true });
  writeWhole(copy, bytes);
  return copy;
}
