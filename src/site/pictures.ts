import type { Essay } from "../essays/essay.ts";
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

export const pictureOutput = (site: Site, essay: Essay, picture: Picture): ShownPicture => ({
  picture,
  essay,
  path: outputOf(pictureUrl(site, essay, picture)),
});
