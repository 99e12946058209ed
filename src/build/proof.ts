import { runChecks } from "../checks/index.ts";
import { inOrder, type Report } from "../diagnostics/diagnostic.ts";
import { resolvedLinks } from "../site/links.ts";
import type { Output } from "../site/site.ts";
import { SEARCH_INDEX } from "../site/urls.ts";
import { pictureCopies, type Copy } from "./assets.ts";
import { lostUrls, type Published } from "./lost.ts";
import { passagesIn } from "./passages.ts";
import type { ReadSite } from "./read-site.ts";
import { reportOf } from "./report.ts";

/** What the proof of a site came to. */
export interface Proofed {
  readonly copies: readonly Copy[];
  readonly report: Report;
}

/** What is in it is known only when it is made. */
const INDEX: Output = { path: SEARCH_INDEX.slice(1), what: "the search index" };

/**
 * Proofs a site. Everything that is wrong is reported in one run.
 *
 * @param published what the last build into the output folder published
 */
export function proof(read: ReadSite, published: Published): Proofed {
  const { site, pages, assets, urls, resolve, settingSpan, content } = read;
  const links = resolvedLinks(site, resolve);
  const copies = [...assets.copies, ...pictureCopies(site, links, assets.pictures)];
  const folders = site.settings.search ? [INDEX] : [];
  const checked = runChecks({
    site,
    outputs: [...pages, ...copies, ...folders],
    links,
    passages: passagesIn(site, read.sketchOf),
    lostUrls: lostUrls(published, urls),
    settingSpan,
  });
  return { copies, report: reportOf(site, inOrder([...read.findings, ...checked]), content) };
}
