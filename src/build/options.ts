import type { Counting } from "../io/picture-variants.ts";

/** What a build or a check is asked to do; folders are absolute. */
export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  /** In place of `public/`. */
  readonly publicFolder?: string;
  /** Replaces the path of the settings' url. */
  readonly prefix?: string;
  /** The day that counts as today, `YYYY-MM-DD`; without it the clock is asked. */
  readonly asOf?: string;
  /** A preview shows drafts and essays of the future, and survives errors. */
  readonly mode: "build" | "preview";
  /** Where encoded pictures are kept, in place of `.galley/pictures`. */
  readonly pictureFolder?: string;
  /** Is told how far the encoding of pictures is, which may take minutes for the first time. */
  readonly progress?: Counting;
}
