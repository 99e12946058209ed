import type { Sharp } from "sharp";
import { FORMATS, possibleVariants, type VariantFormat } from "../site/pictures.ts";
import type { MadeFile } from "./picture-store.ts";
import { bytesOf, READING, type MeasuredPicture } from "./pictures.ts";
import { libraryId, loadSharp } from "./sharp.ts";

/**
 * How pictures are encoded. Measured by error against the pixels, not by eye, on drawn pictures of 1440 pixels and with
 * two threads. Something like a photograph: AVIF of effort 3 takes 0.4 s and 37 KiB, of effort 4 2.3 s and 34 KiB, at
 * 41.7 and 41.8 dB; quality 50 keeps more than 75 of WebP does in 33 KiB (39.9 dB). A screenshot of text: edges show
 * every loss, so what was kept without loss gets a higher quality, and as WebP, where that is lighter, hardly any loss
 * (240 KiB at 52 dB, in place of 372 KiB at 30 dB).
 */
const ENCODING = {
  photograph: { avif: { quality: 50, effort: 3 }, webp: [{ quality: 75, effort: 4 }] },
  drawing: {
    avif: { quality: 65, effort: 3 },
    webp: [
      { quality: 80, effort: 4 },
      { nearLossless: true, quality: 60, effort: 4 },
    ],
  },
  /** Of a picture that has to be written anew: no difference that an eye could see. */
  anew: { quality: 92 },
} as const;

/** In bytes. What is lighter comes with the page before a copy could save anything. */
const LIGHT = 4096;

/** Changes when this file makes other bytes of the same settings. */
const VERSION = "1";

/** The name of the picture itself among what was made of it; variants are called `<width>.<format>`. */
export const ORIGINAL = "original";

/** Previews make originals alone: nobody waits for an encoder while writing. */
export type Extent = "all" | "originals";

/** What the bytes depend on beside the picture. */
export const encoderId = (): string => JSON.stringify([VERSION, libraryId(), ENCODING]);

/** Makes of a picture what is published of it, but the picture itself where it can be published as it is. */
export async function filesOf(
  picture: MeasuredPicture,
  extent: Extent,
): Promise<readonly MadeFile[]> {
  const bytes = bytesOf(picture);
  try {
    const anew = picture.facts.tells ? await withoutMetadata(bytes, picture) : undefined;
    const original = anew ? [{ name: ORIGINAL, bytes: anew }] : [];
    if (extent === "originals") return original;
    return [...original, ...(await variantsOf(bytes, picture, (anew ?? bytes).length))];
  } catch (error) {
    throw new Error(`${picture.file} could not be encoded`, { cause: error });
  }
}

/** Writes the picture anew: upright, with its colour profile, without anything else that it said about itself. */
async function withoutMetadata(bytes: Buffer, { facts }: MeasuredPicture): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp(bytes, READING).autoOrient().keepIccProfile();
  return picture.toFormat(facts.format, ENCODING.anew).toBuffer();
}

/**
 * The variants that are worth it: a browser takes the first format that it knows, so its widest file has to be lighter
 * than the picture itself, and every narrower one lighter than the next.
 *
 * @param weight of the picture itself, in bytes
 */
async function variantsOf(
  bytes: Buffer,
  picture: MeasuredPicture,
  weight: number,
): Promise<readonly MadeFile[]> {
  const [widest, ...narrower] = [
    ...new Set(possibleVariants(picture).map(({ width }) => width)),
  ].toReversed();
  if (widest === undefined || weight < LIGHT) return [];
  const lightest = new Map<VariantFormat, number>(FORMATS.map((format) => [format, weight]));
  const files: MadeFile[] = [];

  async function offer(width: number, formats: readonly VariantFormat[]): Promise<void> {
    const pixels = await resized(bytes, width);
    for (const format of formats) {
      const made = await encoded(pixels, format, picture);
      if (made.length >= lightest.get(format)!) continue;
      lightest.set(format, made.length);
      files.unshift({ name: `${width}.${format}`, bytes: made });
    }
  }

  await offer(widest, FORMATS);
  const worthwhile = FORMATS.filter((format) => lightest.get(format)! < weight);
  if (worthwhile.length === 0) return [];
  for (const width of narrower) await offer(width, worthwhile);
  return files;
}

/** The picture upright, in sRGB, in that width, not encoded yet. */
async function resized(bytes: Buffer, wanted: number): Promise<() => Sharp> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes, READING)
    .autoOrient()
    .resize({ width: wanted })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

/** The lightest of what a format's settings make. */
async function encoded(
  pixels: () => Sharp,
  format: VariantFormat,
  { facts }: MeasuredPicture,
): Promise<Uint8Array> {
  const { avif, webp } = ENCODING[facts.format === "png" ? "drawing" : "photograph"];
  if (format === "avif") return pixels().avif(avif).toBuffer();
  const tries = await Promise.all(webp.map((options) => pixels().webp(options).toBuffer()));
  return tries.reduce((best, next) => (next.length < best.length ? next : best));
}
