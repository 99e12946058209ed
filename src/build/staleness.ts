import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "../io/files.ts";
import { hashOf } from "../io/output/file-writer.ts";
import { stampOf, type Made, type Manifest } from "../io/output/manifest.ts";
import { fingerprintOf, type Page } from "../site/page.ts";
import type { Props } from "../site/props.ts";
import type { Copy } from "./assets.ts";
import type { Proofed } from "./proof.ts";

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

/** @param known what the manifest says of the files that were made by the same code */
export function staleIn(proofed: Proofed, output: string, known: Manifest["files"]): Stale {
  const kept = new Map<string, Made>();

  function isKept(path: string, fingerprint: string): boolean {
    const made = intact(join(output, path), fingerprint, known[path]);
    if (made) kept.set(path, made);
    return made !== undefined;
  }

  const copies = proofed.copies.filter(({ path, fingerprint }) => !isKept(path, fingerprint));
  const pages = proofed.pages.flatMap((page) => {
    const props = page.props(proofed.bodyOf);
    const fingerprint = fingerprintOf(props);
    return isKept(page.path, fingerprint) ? [] : [{ page, props, fingerprint }];
  });
  return { kept, copies, pages };
}

/**
 * What the manifest says of a file, where it need not be made again: it is made of the same things, and the file is
 * still there with the same bytes. Bytes are read only where the file system cannot vouch for them.
 */
function intact(path: string, fingerprint: string, made: Made | undefined): Made | undefined {
  if (made?.fingerprint !== fingerprint) return undefined;
  const stamp = stampOf(path);
  if (stamp === undefined) return undefined;
  if (stamp === made.stamp) return made;
  return hashIn(path) === made.hash ? { ...made, stamp } : undefined;
}

function hashIn(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === "EISDIR") return undefined;
    throw error;
  }
}
