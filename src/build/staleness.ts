import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "../io/files.ts";
import type { Look } from "../io/look.ts";
import { hashOf } from "../io/output/file-writer.ts";
import type { Made, Manifest } from "../io/output/manifest.ts";
import { fingerprintOf, type BodyOf, type Page } from "../site/page.ts";
import type { Props } from "../site/props.ts";
import type { Copy } from "./assets.ts";

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
}

/** What a site is made of. */
interface Parts {
  readonly pages: readonly Page[];
  readonly bodyOf: BodyOf;
  readonly copies: readonly Copy[];
}

/**
 * @param known what the manifest says of those that were made by the same code
 */
export function staleIn(
  { bodyOf, ...parts }: Parts,
  output: string,
  { stampOf }: Look,
  known: Manifest["files"],
): Stale {
  const kept = new Map<string, Made>();

  /** The file is still there, with the same bytes: they are read only where the file system cannot vouch for them. */
  function intact(path: string, made: Made): Made | undefined {
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    if (stamp === made.stamp) return made;
    return hashIn(join(output, path)) === made.hash ? { ...made, stamp } : undefined;
  }

  function isKept(path: string, fingerprint: string): boolean {
    const last = known[path];
    const made = last?.fingerprint === fingerprint ? intact(path, last) : undefined;
    if (made) kept.set(path, made);
    return made !== undefined;
  }

  const copies = parts.copies.filter(({ path, fingerprint }) => !isKept(path, fingerprint));
  const pages = parts.pages.flatMap((page) => {
    const props = page.props(bodyOf);
    const fingerprint = fingerprintOf(props);
    return isKept(page.path, fingerprint) ? [] : [{ page, props, fingerprint }];
  });
  return { kept, copies, pages };
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
