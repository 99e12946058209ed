import { runChecks } from "../checks/index.ts";
import { inFile, inOrder, type Diagnostic, type Report } from "../diagnostics/diagnostic.ts";
import { decode } from "../essays/decode.ts";
import { readContent, SETTINGS, type Content } from "../io/content.ts";
import { readSettings } from "../settings/read.ts";
import { withPrefix } from "../site/address.ts";
import { bodiesOf } from "../site/body.ts";
import { resolvedLinks, resolver } from "../site/links.ts";
import { siteOf } from "../site/make-site.ts";
import type { BodyOf, Page } from "../site/page.ts";
import { pagesOf } from "../site/plan/index.ts";
import type { Site } from "../site/site.ts";
import { urlOfOutput } from "../site/urls.ts";
import { asOfDay } from "./as-of.ts";
import { assetsOf, pictureCopies, type Copy } from "./assets.ts";
import { lostUrls, type Published } from "./lost.ts";
import type { Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { passagesIn } from "./passages.ts";
import { readAll, type Read } from "./reading.ts";
import { reportOf } from "./report.ts";
import { templatesOf } from "./templates.ts";
import { textsOf } from "./texts.ts";

/** A site that was read and proofed, and can be built where the report holds no errors. */
export interface Proofed {
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly copies: readonly Copy[];
  readonly bodyOf: BodyOf;
  readonly report: Report;
}

/**
 * Reads all of the content and what is published with it, and proofs it. Everything that is wrong is reported in one
 * run; nothing is written but caches.
 *
 * @param published what the last build into the output folder published
 */
export async function proof(
  options: BuildOptions,
  memory: Memory,
  published: Published,
): Promise<Proofed> {
  const content = readContent(options.content);
  const { settings, findings: unset, settingSpan } = settingsIn(content, options);
  const reads = await readAll(content.sources, settings, memory.readings);
  const { site, findings: misread } = siteIn(reads, settings, options, memory);
  const pages = pagesOf(site);
  const assets = await assetsOf(content, memory.state, options.publicFolder);

  const urls = new Set([...pages, ...assets.copies].map(({ path }) => urlOfOutput(path)));
  const unreadable = unreadableIn(reads);
  const resolve = resolver({ site, urls, pictures: assets.pictures, unreadable });
  const links = resolvedLinks(site, resolve);
  const copies = [...assets.copies, ...pictureCopies(site, links, assets.pictures)];

  const checked = runChecks({
    site,
    outputs: [...pages, ...copies],
    links,
    passages: passagesIn(site, reads),
    lostUrls: lostUrls(published, urls),
    settingSpan,
  });
  const findings = [...content.findings, ...unset, ...misread, ...assets.findings, ...checked];
  const report = reportOf(site, inOrder(findings), content);
  const bodyOf = bodiesOf(site, resolve, templatesOf(reads, settings));
  return { site, pages, copies, bodyOf, report };
}

function settingsIn({ settings: bytes }: Content, { prefix }: BuildOptions) {
  const decoded = bytes && decode(bytes);
  const isText = decoded !== undefined && decoded.findings.length === 0;
  const { settings, findings, spanOf } = readSettings(isText ? decoded.text : undefined);
  const found = decoded && !isText ? decoded.findings : findings;
  return {
    settings: withPrefix(settings, prefix),
    settingSpan: spanOf,
    findings: found.map((finding): Diagnostic => inFile(SETTINGS, finding)),
  };
}

function siteIn(
  reads: readonly Read[],
  settings: Site["settings"],
  { content, mode, asOf }: BuildOptions,
  { state }: Memory,
): { site: Site; findings: readonly Diagnostic[] } {
  const showsAll = mode === "preview";
  const today = asOfDay(asOf, settings.timeZone);
  const texts = textsOf(reads, { settings, asOf: today, showsAll, content, state });
  return { site: siteOf(texts.essays, settings, showsAll), findings: texts.findings };
}

const unreadableIn = (reads: readonly Read[]): ReadonlySet<string> =>
  new Set(reads.filter(({ reading }) => !reading.manuscript).map(({ source }) => source.file));
