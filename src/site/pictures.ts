import type { Essay } from "../essays/essay.ts";
import type { PictureSource } from "../essays/render.ts";
import type { Site } from "./site.ts";
import { outputOf } from "./urls.ts";

/** A picture of `content/` or `public/`, told by its bytes. */
export interface Picture {
  /** Relative to the content folder, with `/`; pictures of `public/` by their site path (`/img/x.png`). */
  readonly file: string;
  /** Hash of the bytes. */
  readonly hash: string;
  /** In pixels, as shown: turned upright. */
  readonly width: number;
  readonly height: number;
  /** Whether it does not move: what moves is published as it is alone. */
  readonly isStill?: boolean;
}

/** A picture in another format or size. */
export interface Variant {
  readonly format: VariantFormat;
  /** In pixels. */
  readonly width: number;
}

/** Best first: a browser takes the first that it knows. */
export const FORMATS = ["avif", "webp"] as const;
export type VariantFormat = (typeof FORMATS)[number];

/** The variants of a picture that turned out to be worth their place. */
export type VariantsOf = (picture: Picture) => readonly Variant[];

/**
 * How wide texts are set at most, what stands beside them where the window is narrower, and from which window on they are
 * that wide: for the attribute `sizes`. It follows the style sheet: whoever changes the column there changes it here, and
 * `test/browser/pictures.test.ts` says whether it is true. In `sizes` a rem is the browser's own, 16 pixels where the
 * reader chose no other, and not that of the style sheet.
 */
const COLUMN = { rem: 42.5, padding: "2.5rem", fromRem: 45 } as const;
const PIXELS_A_REM = 16;

/** That column with one and two pixels a point, and telephones with one to three. */
const WIDTHS = [480, 720, 1080, 1440];

/** Narrower pictures are icons: in other formats they would save nothing that a reader could notice. */
const NARROWEST = 240;

/** A width that is nearly that of the picture itself would be one more file for nothing. */
const NEARLY = 0.85;

/** WebP and AVIF can't be higher. */
const HIGHEST = 16_383;

/** The variants that a picture may have, widest last: never wider than itself, none where it moves or is an icon. */
export function possibleVariants(picture: Picture): readonly Variant[] {
  const widths = widthsOf(picture);
  return FORMATS.flatMap((format) => widths.map((width) => ({ format, width })));
}

function widthsOf({ file, isStill, width, height }: Picture): readonly number[] {
  if (!isStill || file.startsWith("/") || width < NARROWEST) return [];
  const widest = Math.min(width, WIDTHS.at(-1)!);
  if ((widest * height) / width > HIGHEST) return [];
  return [...WIDTHS.filter((one) => one < NEARLY * widest), widest];
}

/** A picture beside a text, as that text publishes it. */
export interface ShownPicture {
  readonly picture: Picture;
  readonly essay: Essay;
  readonly path: string;
}

/** Where a text publishes a picture: in its own folder, under the picture's name. */
export const pictureUrl = (site: Site, essay: Essay, picture: Picture): string =>
  site.urlOf(essay) + picture.file.slice(picture.file.lastIndexOf("/") + 1);

/** Beside the picture, with its whole name in front: `a.jpg` and `a.png` may lie beside one text. */
export const variantUrl = (url: string, { format, width }: Variant): string =>
  `${url}.${width}.${format}`;

export const pictureOutput = (site: Site, essay: Essay, picture: Picture): ShownPicture => ({
  picture,
  essay,
  path: outputOf(pictureUrl(site, essay, picture)),
});

/**
 * What a browser chooses from.
 *
 * @param url of the picture itself
 */
export function sourcesOf(
  picture: Picture,
  variants: readonly Variant[],
  url: string,
): readonly PictureSource[] {
  return FORMATS.flatMap((format) => {
    const files = variants
      .filter((variant) => variant.format === format)
      .map((variant) => ({ href: variantUrl(url, variant), width: variant.width }));
    return files.length === 0
      ? []
      : [{ type: `image/${format}`, files, sizes: sizesOf(picture.width) }];
  });
}

/** As wide as the picture, the column or the screen, whichever is narrowest. */
function sizesOf(width: number): string {
  const { rem, padding, fromRem } = COLUMN;
  const narrow = `calc(100vw - ${padding})`;
  if (width >= rem * PIXELS_A_REM) return `(min-width: ${fromRem}rem) ${rem}rem, ${narrow}`;
  const own = Math.ceil(width / PIXELS_A_REM) + (fromRem - rem);
  return `(min-width: ${own}rem) ${width}px, ${narrow}`;
}
