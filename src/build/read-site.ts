import { inFile, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { decode } from "../essays/decode.ts";
import type { Essay } from "../essays/essay.ts";
import { SETTINGS, type Content } from "../io/content.ts";
import { readSettings, type ReadSettings } from "../settings/read.ts";
import type { Settings } from "../settings/settings.ts";
import { withPrefix } from "../site/address.ts";
import { bodiesOf, type BodiesWith } from "../site/body.ts";
import { resolver, type Resolve } from "../site/links.ts";
import { siteOf } from "../site/make-site.ts";
import type { Page } from "../site/page.ts";
import { pagesOf } from "../site/plan/index.ts";
import type { Site } from "../site/site.ts";
import { urlOfOutput } from "../site/urls.ts";
import { asOfDay } from "./as-of.ts";
import { assetsOf, type Assets } from "./assets.ts";
import type { Inputs } from "./inputs.ts";
import type { Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { readAll, sketchesIn, type Read, type SketchOf } from "./reading.ts";
import { templatesOf } from "./templates.ts";
import { textsOf } from "./texts.ts";

/** A site as it was read, before it is proofed. */
export interface ReadSite {
  readonly content: Content;
  /** All texts that could be read, shown or not. */
  readonly texts: readonly Essay[];
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly assets: Assets;
  /** The site paths of all pages and of the files of `public/`. */
  readonly urls: ReadonlySet<string>;
  readonly resolve: Resolve;
  /** Bodies, when it is known which variants their pictures have. */
  readonly bodiesWith: BodiesWith;
  readonly sketchOf: SketchOf;
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
  const reads = await readAll(content.sources, settings, memory, "all", options.progress?.texts);
  const asOf = asOfDay(options.asOf, settings.timeZone);
  const circumstances = { settings, asOf, content: options.content };
  const { essays: texts, findings: misread, isOfGit } = textsOf(reads, circumstances, memory);
  const assets = await assetsOf(inputs, settings, memory.state);
  const made = siteOfTexts(texts, reads, settings, options, assets);
  const sketchOf = sketchesIn(memory, settings);
  const findings = [...content.findings, ...unset, ...misread, ...assets.findings];
  return { content, texts, assets, ...made, sketchOf, settingSpan, findings, isOfGit };
}

/**
 * Makes the site of some texts.
 *
 * @param reads at least those of the texts that were read just now, or cannot be read
 */
export function siteOfTexts(
  texts: readonly Essay[],
  reads: readonly Read[],
  settings: Settings,
  { mode }: BuildOptions,
  { copies, pictures, damaged }: Assets,
): Pick<ReadSite, "site" | "pages" | "urls" | "resolve" | "bodiesWith"> {
  const site = siteOf(texts, settings, mode === "preview");
  const pages = pagesOf(site);
  const urls = new Set([...pages, ...copies].map(({ path }) => urlOfOutput(path)));
  const resolve = resolver({ site, urls, pictures, unreadable: unreadableIn(reads), damaged });
  const templateOf = templatesOf(reads, settings);
  const bodiesWith = bodiesOf(site, resolve, templateOf);
  return { site, pages, urls, resolve, bodiesWith };
}

/** @returns the settings that count for this build: a preview is not linked to from elsewhere, and makes no pictures for that */
export function settingsIn({ settings: bytes }: Content, { prefix, mode }: BuildOptions) {
  const decoded = bytes && decode(bytes);
  const isText = decoded !== undefined && decoded.findings.length === 0;
  const { settings, findings, spanOf } = readSettings(isText ? decoded.text : undefined);
  const found = decoded && !isText ? decoded.findings : findings;
  return {
    settings: {
      ...withPrefix(settings, prefix),
      sharePictures: settings.sharePictures && mode === "build",
    },
    settingSpan: spanOf,
    findings: found.map((finding): Diagnostic => inFile(SETTINGS, finding)),
  };
}

const unreadableIn = (reads: readonly Read[]): ReadonlySet<string> =>
  new Set(reads.filter(({ reading }) => !reading.manuscript).map(({ source }) => source.file));
