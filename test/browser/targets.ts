import type { ServedSite } from "../support/site.ts";

/** Where the parts of one document lead. */
export interface Targets {
  /** The document's path on the server, percent-encoded. */
  readonly path: string;
  readonly targets: readonly string[];
}

/** The ids of each page of a site, by its path. */
export type Parts = ReadonlyMap<string, ReadonlySet<string>>;

/** Those targets within a site that lead nowhere: to no file that is served, or to no part of a page. */
export async function missingTargets(
  site: ServedSite,
  documents: readonly Targets[],
  parts: Parts,
): Promise<readonly string[]> {
  const statuses = new Map<string, Promise<number>>();

  function statusOf(path: string): Promise<number> {
    const status = statuses.get(path) ?? fetch(site.origin + path).then(({ status }) => status);
    statuses.set(path, status);
    return status;
  }

  async function isMissing(target: string, from: string): Promise<boolean> {
    const url = new URL(target, site.origin + from);
    const isOurs = url.origin === site.origin || url.href.startsWith(site.address);
    if (!isOurs) return false;
    if ((await statusOf(url.pathname)) !== 200) return true;
    return url.hash !== "" && !parts.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1)));
  }

  const missing: string[] = [];
  for (const { path, targets } of documents) {
    for (const target of targets) {
      if (await isMissing(target, path)) missing.push(`${path} leads to ${target}`);
    }
  }
  return missing;
}
