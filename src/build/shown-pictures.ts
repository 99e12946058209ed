import { join } from "node:path";
import { STATE } from "../io/output/folder.ts";
import { pictureStore } from "../io/picture-store.ts";
import { publishPictures, type PublishedPicture } from "../io/picture-variants.ts";
import type { ResolvedLink } from "../site/links.ts";
import {
  pictureOutput,
  possibleVariants,
  variantUrl,
  type ShownPicture,
  type VariantsOf,
} from "../site/pictures.ts";
import type { Output, Site } from "../site/site.ts";
import type { Assets, Copy } from "./assets.ts";
import type { BuildOptions } from "./options.ts";

/** All outputs have one: a release that is built into a new folder encodes nothing again. */
const STORE = join(STATE, "pictures");

/** The pictures that texts show, each beside the text that shows it. Those of `public/` are published anyway. */
export function shownPictures(site: Site, links: readonly ResolvedLink[]): readonly ShownPicture[] {
  const shown = new Map<string, ShownPicture>();
  for (const { essay, resolution } of links) {
    if (resolution.kind !== "image" || resolution.picture.file.startsWith("/")) continue;
    const found = pictureOutput(site, essay, resolution.picture);
    shown.set(`${found.path} ${found.picture.file}`, found);
  }
  return [...shown.values()];
}

/**
 * Everything that may be published of pictures. Which variants are worth it is known when they are encoded; that two
 * outputs have one path is to be known before, and on every machine.
 */
export const pictureOutputs = (shown: readonly ShownPicture[]): readonly Output[] =>
  shown.flatMap(({ picture, path }) => [
    { path, what: ORIGINAL, file: picture.file },
    ...possibleVariants(picture).map((variant) => ({
      path: variantUrl(path, variant),
      what: VARIANT,
      file: picture.file,
    })),
  ]);

const ORIGINAL = "a picture";
const VARIANT = "another size of a picture";

/** Pictures as they are published. */
export interface Pictures {
  readonly copies: readonly Copy[];
  readonly variantsOf: VariantsOf;
}

/** Makes the pictures that texts show ready to be published; what was made before is taken from there. */
export async function picturesFor(
  shown: readonly ShownPicture[],
  { pictures }: Assets,
  { mode, pictureFolder = STORE, progress }: BuildOptions,
): Promise<Pictures> {
  const measured = shown.map(({ picture }) => pictures.get(picture.file)!);
  const store = pictureStore(pictureFolder);
  const extent = mode === "preview" ? "originals" : "all";
  const published = await publishPictures(measured, store, extent, progress?.pictures);
  return {
    copies: shown.flatMap((one) => copiesOf(one, published.get(one.picture.hash)!)),
    variantsOf: ({ hash }) =>
      (published.get(hash)?.variants ?? []).map(({ format, width }) => ({ format, width })),
  };
}

function copiesOf(
  { path, picture: { file } }: ShownPicture,
  { original, variants }: PublishedPicture,
): readonly Copy[] {
  return [
    { path, what: ORIGINAL, file, from: original.path, fingerprint: original.hash },
    ...variants.map((variant) => ({
      path: variantUrl(path, variant),
      what: VARIANT,
      file,
      from: variant.path,
      fingerprint: variant.hash,
    })),
  ];
}
