import type { Counting } from "../io/counting.ts";

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
  /** Are told how far the work is: a first build may read texts for seconds, and encode pictures for minutes. */
  readonly progress?: { readonly texts?: Counting; readonly pictures?: Counting };
}
