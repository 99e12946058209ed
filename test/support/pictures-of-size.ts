import sharp, { type Sharp } from "sharp";

/** A picture with soft and sharp edges everywhere, as photographs have: always the same for one size. */
export function landscape(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const hills = y > height / 2 + (height / 6) * Math.sin(x / 40) ? 90 : 0;
      const grain = ((x * 7919 + y * 104_729 + x * y) % 97) / 4;
      pixels[at] = (x / width) * 120 + hills + grain;
      pixels[at + 1] = (y / height) * 140 + grain;
      pixels[at + 2] = 160 - hills + grain;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A drawing on a transparent ground: its middle is opaque. */
export function transparent(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const isInside = Math.hypot(x / width - 0.5, y / height - 0.5) < 0.3;
      pixels.set([200, (x * 255) / width, (y * 255) / height, isInside ? 255 : 0], at);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}

/** A picture whose left half is red and whose right half is blue, with the grain of a photograph. */
export function grainyHalves(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const grain = (at * 7919) % 89;
    const isLeft = at % width < width / 2;
    pixels.set(isLeft ? [160 + grain, grain, grain] : [grain, grain, 160 + grain], at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
