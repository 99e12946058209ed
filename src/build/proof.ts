import { runChecks } from "../checks/index.ts";
import type { Proof } from "../checks/proof.ts";
import { inOrder, type Report } from "../diagnostics/diagnostic.ts";
import { resolvedLinks } from "../site/links.ts";
import type { Output } from "../site/site.ts";
import { RELEASE_RECORD, SEARCH_INDEX } from "../site/urls.ts";
import { lostUrls, type Published } from "./lost.ts";
import { filesIn, passagesIn } from "./passages.ts";
import type { ReadSite } from "./read-site.ts";
import { reportOf } from "./report.ts";
import { pictureOutputs, shownPictures } from "./shown-pictures.ts";
import type { ShownPicture } from "../site/pictures.ts";

/** What the proof of a site came to. */
export interface Proofed {
  /** The pictures that are to be published. */
  readonly shown: readonly ShownPicture[];
  readonly report: Report;
  /** The essays that say what another says too, signatures aside. */
  readonly copying: readonly string[];
  /** What the checks looked at. */
  readonly proof: Proof;
}

/** What is in it is known only when it is made. */
const INDEX: Output = { path: SEARCH_INDEX.slice(1), what: "the search index" };

/** No build writes it, and none may write another file there. */
const RECORD: Output = { path: RELEASE_RECORD.slice(1), what: "the record of the release" };

/**
 * Proofs a site. Everything that is wrong is reported in one run.
 *
 * @param published what the last build into the output folder published
 */
export function proof(read: ReadSite, published: Published): Proofed {
  const { site, pages, assets, urls, resolve, settingSpan, content } = read;
  const links = resolvedLinks(site, resolve);
  const shown = shownPictures(site, links);
  const passages = passagesIn(site, read.sketchOf);
  const reserved = site.settings.search ? [RECORD, INDEX] : [RECORD];
  const looked: Proof = {
    site,
    outputs: [...pages, ...assets.copies, ...pictureOutputs(shown), ...reserved],
    links,
    passages,
    lostUrls: lostUrls(published, urls),
    settingSpan,
  };
  const findings = inOrder([...read.findings, ...runChecks(looked)]);
  const report = reportOf(site, findings, content);
  return { shown, report, copying: filesIn(passages), proof: looked };
}
