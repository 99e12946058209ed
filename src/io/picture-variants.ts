import type { Counting } from "./counting.ts";
import { hash } from "node:crypto";
import { possibleVariants, type Variant, type VariantFormat } from "../site/pictures.ts";
import { encoderId, filesOf, ORIGINAL, type Extent } from "./picture-encoding.ts";
import type { KeptFile, PictureStore } from "./picture-store.ts";
import type { MeasuredPicture } from "./pictures.ts";
import { sideBySide } from "./side-by-side.ts";

/** A picture as it is published. */
export interface PublishedPicture {
  /** The picture itself, or a copy without metadata where it had any. */
  readonly original: Pick<KeptFile, "path" | "hash">;
  readonly variants: readonly (Variant & Pick<KeptFile, "path" | "hash">)[];
}

/**
 * Makes pictures ready to be published: without metadata, and in other formats and sizes. What was made before is taken
 * from the store.
 *
 * @param extent previews show the originals alone: nobody waits for an encoder while writing
 */
export async function publishPictures(
  pictures: readonly MeasuredPicture[],
  store: PictureStore,
  extent: Extent,
  counting?: Counting,
): Promise<ReadonlyMap<string, PublishedPicture>> {
  const byHash = new Map(pictures.map((picture) => [picture.hash, picture]));
  const needed = [...byHash.values()].filter((picture) => isWorkOn(picture, extent));
  const encoder = needed.length > 0 ? encoderId() : "";
  const keys = new Map(needed.map((picture) => [picture, keyOf(picture, extent, encoder)]));
  const kept = new Map(needed.map((picture) => [picture, store.get(keys.get(picture)!)]));
  const missing = needed.filter((picture) => !isWhole(picture, kept.get(picture)));
  counting?.expect(missing.length);
  await sideBySide(missing, async (picture) => {
    kept.set(picture, store.set(keys.get(picture)!, await filesOf(picture, extent)));
    counting?.advance(1);
  });
  counting?.end();
  if (missing.length > 0) store.forgetUnused();
  return new Map(
    [...byHash].map(([hash, picture]) => [hash, published(picture, kept.get(picture) ?? [])]),
  );
}

/** A picture that told something has a copy that does not. */
const isWhole = ({ facts }: MeasuredPicture, files: readonly KeptFile[] | undefined): boolean =>
  files !== undefined && (!facts.tells || files.some(({ name }) => name === ORIGINAL));

const isWorkOn = (picture: MeasuredPicture, extent: Extent): boolean =>
  picture.facts.tells || (extent === "all" && possibleVariants(picture).length > 0);

/** All that the bytes depend on. */
const keyOf = (picture: MeasuredPicture, extent: Extent, encoder: string): string =>
  hash(
    "sha1",
    JSON.stringify([encoder, picture.hash, extent === "all" ? possibleVariants(picture) : []]),
  );

function published(
  { path, hash, facts }: MeasuredPicture,
  files: readonly KeptFile[],
): PublishedPicture {
  const original = facts.tells ? files.find(({ name }) => name === ORIGINAL)! : { path, hash };
  const variants = files.flatMap(({ name, ...file }) => {
    const [width, format] = name.split(".");
    return format === undefined
      ? []
      : [{ ...file, format: format as VariantFormat, width: Number(width) }];
  });
  return { original, variants };
}
