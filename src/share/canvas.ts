import { SHARE_HEIGHT as HEIGHT, SHARE_WIDTH as WIDTH } from "../site/share.ts";
import type { Line } from "./blocks.ts";
import { placesOf } from "./colours.ts";
import type { Bar, Design } from "./design.ts";
import type { MaskOf } from "./masks.ts";
import type { Bitmap } from "./png.ts";

/** One for all pictures: new memory costs as much as all that is painted on it. */
const pixels = new Uint8Array(WIDTH * HEIGHT);

/** Puts a design on paper, which is the same one again for the next. What reaches beyond the edges is cut. */
export function painted({ lines, bars }: Design, maskOf: MaskOf): Bitmap {
  pixels.fill(0);
  for (const bar of bars) paintBar(bar);
  for (const line of lines) paintLine(line, maskOf);
  return { width: WIDTH, height: HEIGHT, pixels };
}

function paintBar({ tone, x, y, width, height }: Bar): void {
  for (let row = y; row < y + height; row++) {
    const start = row * WIDTH + x;
    pixels.fill(placesOf[tone][255]!, start, start + width);
  }
}

function paintLine({ tone, letters }: Line, maskOf: MaskOf): void {
  const places = placesOf[tone];
  for (const letter of letters) {
    const { left, top, width, height, coverage } = maskOf(letter);
    const [x, y] = [Math.floor(letter.x) + left, letter.y + top];
    const [first, end] = [Math.max(0, -x), Math.min(width, WIDTH - x)];
    for (let row = Math.max(0, -y); row < Math.min(height, HEIGHT - y); row++) {
      const start = (y + row) * WIDTH + x;
      for (let column = first; column < end; column++) {
        const place = places[coverage[row * width + column]!]!;
        // Where letters touch, the darker one shows.
        if (place > pixels[start + column]!) pixels[start + column] = place;
      }
    }
  }
}
