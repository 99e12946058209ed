import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeFingerprint } from "../io/code.ts";
import { hashOf, isMissing } from "../io/files.ts";
import type { Look } from "../io/look.ts";
import type { Made, Manifest } from "../io/output/manifest.ts";
import { fingerprintOf, type BodyOf, type Page } from "../site/page.ts";
import type { Props } from "../site/props.ts";
import type { Copy } from "./assets.ts";
import { filesByPart, type StalePart } from "./search.ts";

/** A page whose bytes the output folder does not hold yet. */
export interface StalePage {
  readonly page: Page;
  readonly props: Props;
  readonly fingerprint: string;
}

/** What the output folder holds already, and what is to be made. */
export interface Stale {
  readonly kept: ReadonlyMap<string, Made>;
  readonly copies: readonly Copy[];
  readonly pages: readonly StalePage[];
  /** Of the search index. */
  readonly parts: readonly StalePart[];
}

/** What a manifest says of the files that the code of today would make from the same. */
export interface Known {
  readonly files: Manifest["files"];
  /** Of share pictures and the search index: another layout makes no other ones. */
  readonly lasting: Manifest["files"];
}

export function knownIn(manifest: Manifest | undefined, code: CodeFingerprint): Known {
  if (!manifest?.code.startsWith(`${code.reading}-`)) return { files: {}, lasting: {} };
  const { files } = manifest;
  return { files: manifest.code === code.all ? files : {}, lasting: files };
}

/** What a site is made of. */
interface WholeSite {
  readonly pages: readonly Page[];
  readonly bodyOf: BodyOf;
  readonly copies: readonly Copy[];
  /** Of the search index. */
  readonly parts: readonly StalePart[];
}

export function staleIn(
  { bodyOf, ...whole }: WholeSite,
  output: string,
  { stampOf }: Look,
  known: Known,
): Stale {
  const kept = new Map<string, Made>();

  /** The file is still there, with the same bytes: they are read only where the file system cannot vouch for them. */
  function intact(path: string, made: Made): Made | undefined {
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    if (stamp === made.stamp) return made;
    return hashIn(join(output, path)) === made.hash ? { ...made, stamp } : undefined;
  }

  function isKept(path: string, fingerprint: string, files = known.files): boolean {
    const last = files[path];
    const made = last?.fingerprint === fingerprint ? intact(path, last) : undefined;
    if (made) kept.set(path, made);
    return made !== undefined;
  }

  const copies = whole.copies.filter(({ path, fingerprint }) => !isKept(path, fingerprint));
  const pages = whole.pages.flatMap((page) => {
    const props = page.props(bodyOf);
    const fingerprint = fingerprintOf(props);
    const files = page.companion ? known.lasting : known.files;
    return isKept(page.path, fingerprint, files) ? [] : [{ page, props, fingerprint }];
  });
  const files = filesByPart(known.lasting);
  // What files a part has is known only once it was made: all of them are kept, or none.
  const parts = whole.parts.filter(({ folder, fingerprint }) => {
    const paths = files.get(folder) ?? [];
    if (paths.length > 0 && paths.every((path) => isKept(path, fingerprint, known.lasting)))
      return false;
    for (const path of paths) kept.delete(path);
    return true;
  });
  return { kept, copies, pages, parts };
}

/** Whether everything that a manifest names is surely as it was. */
export const isAllIntact = ({ files }: Manifest, { stampOf }: Look): boolean =>
  Object.entries(files).every(
    ([path, { stamp }]) => stamp !== undefined && stampOf(path) === stamp,
  );

function hashIn(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === "EISDIR") return undefined;
    throw error;
  }
}
