import { constants, crc32, deflateSync } from "node:zlib";

/** Pixels as places in a palette of at most 16 colours, a byte each, row by row. The width is even. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/**
 * A PNG with a palette (PNG specification, third edition), four bits a pixel. Of repetitions runs alone are looked for:
 * they are most of a page with little on it, and finding others takes five times as long and differs between processors.
 */
export function pngOf(bitmap: Bitmap, palette: readonly Colour[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(bitmap.width, 0);
  head.writeUInt32BE(bitmap.height, 4);
  head.set([BITS, WITH_PALETTE], 8);
  const data = deflateSync(filtered(bitmap), { strategy: constants.Z_RLE, chunkSize: CHUNK });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** More than most pictures have, so that they come in one piece. */
const CHUNK = 32_768;

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const BITS = 4;
const WITH_PALETTE = 3;

/** The filter that writes each byte as its difference from the one above. */
const UP = 2;

/** Two pixels a byte, each row behind the number of its filter. */
function filtered({ width, height, pixels }: Bitmap): Uint8Array {
  const packed = width / 2;
  const stride = 1 + packed;
  const rows = new Uint8Array(height * stride);
  let [above, own] = [new Uint8Array(packed), new Uint8Array(packed)];
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    rows[start] = UP;
    if (y > 0 && isLikeTheOneAbove(pixels, y, width)) continue;
    for (let x = 0, pixel = y * width; x < packed; x++, pixel += 2) {
      own[x] = (pixels[pixel]! << BITS) | pixels[pixel + 1]!;
      rows[start + 1 + x] = own[x]! - above[x]!;
    }
    [above, own] = [own, above];
  }
  return rows;
}

function isLikeTheOneAbove(pixels: Uint8Array, y: number, width: number): boolean {
  const [above, own, end] = [(y - 1) * width, y * width, (y + 1) * width];
  return Buffer.compare(pixels.subarray(above, own), pixels.subarray(own, end)) === 0;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
