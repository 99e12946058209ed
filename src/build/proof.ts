import { runChecks } from "../checks/index.ts";
import { inOrder, type Report } from "../diagnostics/diagnostic.ts";
import { resolvedLinks } from "../site/links.ts";
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

/**
 * Proofs a site. Everything that is wrong is reported in one run.
 *
 * @param published what the last build into the output folder published
 */
export function proof(read: ReadSite, published: Published): Proofed {
  const { site, pages, assets, urls, resolve, settingSpan, content } = read;
  const links = resolvedLinks(site, resolve);
  const copies = [...assets.copies, ...pictureCopies(site, links, assets.pictures)];
  const checked = runChecks({
    site,
    outputs: [...pages, ...copies],
    links,
    passages: passagesIn(site, read.sketchOf),
    lostUrls: lostUrls(published, urls),
    settingSpan,
  });
  return { copies, report: reportOf(site, inOrder([...read.findings, ...checked]), content) };
}
