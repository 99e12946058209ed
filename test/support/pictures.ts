import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A PNG of 4 × 4 pixels: the smallest thing that has a size. */
export const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVQImWM4EaABRwzEcQASUhQB+IC1lwAAAABJRU5ErkJggg==",
  "base64",
);

export const FORMATS = ["png", "jpeg", "webp", "gif", "avif"] as const;
export type PictureFormat = (typeof FORMATS)[number];

export const WIDTH = 32;
export const HEIGHT = 16;

/** A picture whose left half is red and whose right half is blue. */
export function redAndBlue(): Sharp {
  const half = (colour: readonly number[]) => Array.from({ length: WIDTH / 2 }, () => colour);
  const row = [...half([255, 0, 0]), ...half([0, 0, 255])];
  const pixels = Buffer.from(Array.from({ length: HEIGHT }, () => row).flat(2));
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** Whether a picture is red, not blue, at a place: in the middle of a quarter of it, since colours run. */
export async function isRedAt(picture: Buffer, x: number, y: number): Promise<boolean> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const start = (y * info.width + x) * info.channels;
  return data[start]! > data[start + 2]!;
}

/** Where a telephone says that it was when it took a picture. */
const GPS = {
  GPSLatitudeRef: "N",
  GPSLatitude: "38/1 42/1 5000/100",
  GPSLongitudeRef: "W",
  GPSLongitude: "9/1 8/1 2500/100",
};

const CAMERA = "Secret Camera 3000";

/** What must not be found in a published picture. */
export const SECRETS = [CAMERA, "GPS"];

/** A picture that tells with what and where it was taken. */
export const telling = (format: PictureFormat): Promise<Buffer> =>
  redAndBlue()
    .withExif({ IFD0: { Model: CAMERA }, IFD3: GPS })
    .toFormat(format)
    .toBuffer();

/** A picture as a camera saves it that was held sideways: it has to be turned clockwise to stand upright. */
export const sideways = (format: PictureFormat): Promise<Buffer> =>
  redAndBlue().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();

/** A PNG with a text chunk (PNG specification, 11.3.4.3), as some programs write the place into it. */
export function withText(png: Buffer, text: string): Buffer {
  const chunk = Buffer.from(`tEXtComment\0${text}`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(chunk));
  const afterHeader = 8 + 25;
  return Buffer.concat([
    png.subarray(0, afterHeader),
    length,
    chunk,
    sum,
    png.subarray(afterHeader),
  ]);
}

/** An animation of a red and a blue picture, that tells with what it was made. */
export function animation(format: "gif" | "webp"): Promise<Buffer> {
  const frame = (colour: readonly number[]) => Array.from({ length: WIDTH * HEIGHT }, () => colour);
  const pixels = Buffer.from([...frame([255, 0, 0]), ...frame([0, 0, 255])].flat());
  const raw = { width: WIDTH, height: 2 * HEIGHT, channels: 3, pageHeight: HEIGHT } as const;
  return sharp(pixels, { raw })
    .withExif({ IFD0: { Model: CAMERA } })
    .toFormat(format, { delay: [100, 200], loop: 0 })
    .toBuffer();
}
