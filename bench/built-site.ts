import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Corpus } from "./corpus/corpus.ts";

/** The size of a site. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Throws where the site in `folder` lacks an essay, or its newest essay the words `edit`: a build that is
 * fast because it left work undone must not win.
 */
export async function assertBuilt(folder: string, corpus: Corpus, edit: string): Promise<void> {
  const pages = await readdir(join(folder, "essays"));
  const missing = corpus.count - pages.length;
  if (missing > 0) throw new Error(`${missing} of ${corpus.count} essays were not written.`);
  const newest = await readFile(join(folder, "essays", corpus.newest.slug, "index.html"), "utf8");
  if (!newest.includes(edit)) throw new Error("The newest essay's page lacks the last edit.");
}

export async function sizeOf(folder: string): Promise<SiteSize> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const stats = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return { files: files.length, bytes: stats.reduce((sum, { size }) => sum + size, 0) };
}
