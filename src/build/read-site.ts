import { inFile, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { decode } from "../essays/decode.ts";
import { SETTINGS, type Content } from "../io/content.ts";
import { readSettings, type ReadSettings } from "../settings/read.ts";
import { withPrefix } from "../site/address.ts";
import { bodiesOf } from "../site/body.ts";
import { resolver, type Resolve } from "../site/links.ts";
import { siteOf } from "../site/make-site.ts";
import type { BodyOf, Page } from "../site/page.ts";
import { pagesOf } from "../site/plan/index.ts";
import type { Site } from "../site/site.ts";
import { urlOfOutput } from "../site/urls.ts";
import { asOfDay } from "./as-of.ts";
import { assetsOf, type Assets } from "./assets.ts";
import type { Inputs } from "./inputs.ts";
import type { Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { readAll, type Read } from "./reading.ts";
import { templatesOf } from "./templates.ts";
import { textsOf } from "./texts.ts";

/** A site as it was read, before it is proofed. */
export interface ReadSite {
  readonly content: Content;
  readonly reads: readonly Read[];
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly assets: Assets;
  /** The site paths of all pages and of the files of `public/`. */
  readonly urls: ReadonlySet<string>;
  readonly resolve: Resolve;
  readonly bodyOf: BodyOf;
  readonly settingSpan: ReadSettings["spanOf"];
  /** What is wrong with single files. */
  readonly findings: readonly Diagnostic[];
  /** Whether some of it came from git rather than from the files. */
  readonly isOfGit: boolean;
}

/** Reads all texts, and what is published beside them. Nothing is written but caches. */
export async function readSite(
  inputs: Inputs,
  options: BuildOptions,
  memory: Memory,
): Promise<ReadSite> {
  const { content } = inputs;
  const { settings, findings: unset, settingSpan } = settingsIn(content, options);
  const reads = await readAll(content.sources, settings, memory.readings);
  const showsAll = options.mode === "preview";
  const asOf = asOfDay(options.asOf, settings.timeZone);
  const circumstances = { settings, asOf, content: options.content };
  const { essays, findings: misread, isOfGit } = textsOf(reads, circumstances, memory);
  const site = siteOf(essays, settings, showsAll);
  const pages = pagesOf(site);
  const assets = await assetsOf(inputs, memory.state);

  const urls = new Set([...pages, ...assets.copies].map(({ path }) => urlOfOutput(path)));
  const unreadable = unreadableIn(reads);
  const resolve = resolver({ site, urls, pictures: assets.pictures, unreadable });
  const bodyOf = bodiesOf(site, resolve, templatesOf(reads, settings));
  const findings = [...content.findings, ...unset, ...misread, ...assets.findings];
  return {
    content,
    reads,
    site,
    pages,
    assets,
    urls,
    resolve,
    bodyOf,
    settingSpan,
    findings,
    isOfGit,
  };
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

const unreadableIn = (reads: readonly Read[]): ReadonlySet<string> =>
  new Set(reads.filter(({ reading }) => !reading.manuscript).map(({ source }) => source.file));
