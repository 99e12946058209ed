import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { publishable, type PublishablePicture } from "../io/pictures.ts";
import { publicPictures, type PublicFile } from "../io/public.ts";
import type { ResolvedLink } from "../site/links.ts";
import { pictureOutput } from "../site/pictures.ts";
import type { Output, Site } from "../site/site.ts";
import type { Inputs } from "./inputs.ts";

/** A file that is published as it lies there. */
export interface Copy extends Output {
  readonly from: string;
  readonly fingerprint: string;
}

/** What is published besides pages. */
export interface Assets {
  /** All of `public/`. */
  readonly copies: readonly Copy[];
  /** Pictures that texts can show, by their `file`. */
  readonly pictures: ReadonlyMap<string, PublishablePicture>;
  readonly findings: readonly Diagnostic[];
}

export async function assetsOf(
  { content, publicFiles: { files, findings } }: Inputs,
  state: string,
): Promise<Assets> {
  const found = await publishable([...content.pictures, ...publicPictures(files)], state);
  return {
    copies: publicCopies(files),
    pictures: new Map(found.pictures.map((picture) => [picture.file, picture])),
    findings: [...findings, ...found.findings],
  };
}

const publicCopies = (files: readonly PublicFile[]): readonly Copy[] =>
  files.map(({ file, path, hash }) => ({
    path: file,
    what: "a file of public/",
    file: `public/${file}`,
    from: path,
    fingerprint: hash,
  }));

/** The pictures that texts show, each beside the text that shows it. Those of `public/` are published anyway. */
export function pictureCopies(
  site: Site,
  links: readonly ResolvedLink[],
  pictures: ReadonlyMap<string, PublishablePicture>,
): readonly Copy[] {
  const copies = new Map<string, Copy>();
  for (const { essay, resolution } of links) {
    if (resolution.kind !== "image" || resolution.picture.file.startsWith("/")) continue;
    const picture = pictures.get(resolution.picture.file)!;
    const { path } = pictureOutput(site, essay, picture);
    copies.set(`${path} ${picture.file}`, {
      path,
      what: "a picture",
      file: picture.file,
      from: picture.path,
      fingerprint: picture.hash,
    });
  }
  return [...copies.values()];
}
