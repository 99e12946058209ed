import type { StagedFile } from "../io/output/file-writer.ts";
import type { Made } from "../io/output/manifest.ts";
import { indexOf } from "../io/pagefind.ts";
import {
  searchDocuments,
  searchFingerprint,
  searchPartOf,
  searchParts,
  stemLanguage,
  type SearchDocument,
  type SearchPart,
} from "../site/search.ts";
import type { ReadSite } from "./read-site.ts";
import type { BodyOf } from "../site/page.ts";
import type { Site } from "../site/site.ts";

/** A part of the search index whose bytes the output folder does not hold yet. */
export interface StalePart {
  readonly folder: string;
  readonly fingerprint: string;
  readonly language: string;
  documents(): readonly SearchDocument[];
}

interface Searched {
  readonly site: Site;
  readonly bodyOf: BodyOf;
}

/** Which sizes its pictures come in nobody searches for. */
export const searchedIn = ({
  site,
  bodiesWith,
}: Pick<ReadSite, "site" | "bodiesWith">): Searched => ({
  site,
  bodyOf: bodiesWith(() => []),
});

/** Every part of a site's search index, as if none were there yet. */
export const allParts = (searched: Searched): readonly StalePart[] =>
  searchParts(searched.site).map((part) => stalePart(part, searched));

export function stalePart(part: SearchPart, { site, bodyOf }: Searched): StalePart {
  return {
    folder: part.folder,
    fingerprint: searchFingerprint(part, site, bodyOf),
    language: stemLanguage(site.settings),
    documents: () => searchDocuments(part, site, bodyOf),
  };
}

/** The files of each part of the index, by its folder. */
export function filesByPart(
  files: Readonly<Record<string, Made>>,
): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const path of Object.keys(files)) {
    const part = searchPartOf(path);
    if (part === undefined) continue;
    const known = parts.get(part);
    if (known) known.push(path);
    else parts.set(part, [path]);
  }
  return parts;
}

/** An index that is being made. */
export interface Indexing {
  /** The fingerprints of the files, by their paths, once all are handed on. */
  made(): Promise<ReadonlyMap<string, string>>;
  /** Has nothing more handed on. */
  stop(): void;
}

/**
 * Makes parts of the index, one after the other, and hands their files on. Pagefind works in a process of its own
 * meanwhile: pages are rendered.
 */
export function startIndexing(
  parts: readonly StalePart[],
  write: (files: readonly StagedFile[]) => void,
): Indexing {
  let isStopped = false;
  const made = new Map<string, string>();

  async function makeAll(): Promise<ReadonlyMap<string, string>> {
    for (const part of parts) {
      const files = await filesOf(part);
      if (isStopped) break;
      write(files);
      for (const { path } of files) made.set(path, part.fingerprint);
    }
    return made;
  }

  const all = makeAll();
  // Whoever asks for the result is told of a failure; it may come before anybody does.
  all.catch(() => {});
  return { made: () => all, stop: () => (isStopped = true) };
}

/** The files of an index, by their paths in the output. */
export type SearchIndex = ReadonlyMap<string, string | Uint8Array>;

/** Makes an index for a process that makes it again and again: parts that did not change are kept. */
export function indexer(): (parts: readonly StalePart[]) => Promise<SearchIndex> {
  let known: ReadonlyMap<string, Promise<readonly StagedFile[]>> = new Map();
  return async (parts) => {
    const now = new Map<string, Promise<readonly StagedFile[]>>();
    for (const part of parts) {
      const key = part.folder + part.fingerprint;
      const files = known.get(key) ?? filesOf(part);
      now.set(key, files);
      // One after the other: each takes memory.
      await files;
    }
    known = now;
    const files = (await Promise.all(now.values())).flat();
    return new Map(files.map(({ path, content }) => [path, content]));
  };
}

/** The files of a part of the index, by their paths in the output. */
async function filesOf({ folder, language, documents }: StalePart): Promise<readonly StagedFile[]> {
  const files = await indexOf(documents(), language);
  return files.map(({ path, content }) => ({ path: folder + path, content }));
}
