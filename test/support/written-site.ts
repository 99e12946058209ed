import { createHash } from "node:crypto";
import { readText } from "../../src/build/read-text.ts";
import type { Essay, Format, Link, Role } from "../../src/essays/essay.ts";
import { essayOf } from "../../src/essays/infer.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { bodiesOf, type BodiesWith } from "../../src/site/body.ts";
import { resolver, type Resolve, type Targets } from "../../src/site/links.ts";
import { siteOf } from "../../src/site/make-site.ts";
import type { BodyOf } from "../../src/site/page.ts";
import type { VariantsOf } from "../../src/site/pictures.ts";
import { pagesOf } from "../../src/site/plan/index.ts";
import type { Site } from "../../src/site/site.ts";
import { urlOfOutput } from "../../src/site/urls.ts";

/** Texts by their paths below a content folder. */
export type Texts = Readonly<Record<string, string>>;

export interface Circumstances {
  readonly settings?: Partial<Settings>;
  readonly asOf?: string;
  readonly showsAll?: boolean;
}

const decoder = new TextDecoder();

const SITE = `id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11
title: Field notes
url: https://example.org/
author: { name: Ada }
`;

export const plainSettings: Settings = readSettings(SITE).settings;

const roles: Readonly<Record<string, Role>> = {
  essays: "essay",
  pages: "page",
  tags: "description",
};

/** What Galley makes of texts, in the order in which they are given; without files, clock or git. */
export function essaysIn(
  texts: Texts,
  { settings, asOf = "2026-11-21" }: Circumstances = {},
): readonly Essay[] {
  const chosen = { ...plainSettings, ...settings };
  return Object.entries(texts).map(([file, text]) => {
    const role = roles[file.split("/")[0]!]!;
    const format: Format = file.endsWith(".txt") ? "txt" : "md";
    const bytes = new TextEncoder().encode(text);
    const hash = createHash("sha1").update(bytes).digest("hex");
    const source = { file, role, format, bytes, hash };
    const { reading } = readText(source, chosen);
    if (!reading.manuscript) throw new Error(`${file}: ${reading.findings[0]!.message}`);
    return essayOf(source, reading.manuscript, { settings: chosen, asOf }).essay;
  });
}

/** The site of some texts. */
export const siteIn = (texts: Texts, circumstances: Circumstances = {}): Site =>
  siteOf(
    essaysIn(texts, circumstances),
    { ...plainSettings, ...circumstances.settings },
    circumstances.showsAll ?? false,
  );

/** The text of a site that was written in a file. */
export function textAt(site: Site, file: string): Essay {
  const texts = [...site.essays, ...site.pages, ...site.descriptions.values(), ...site.withheld];
  const found = texts.find(({ source }) => source.file === file);
  if (!found) throw new Error(`the site has no ${file}`);
  return found;
}

/** The bodies of a site's texts, whose links are resolved so. */
export const bodiesIn = (
  site: Site,
  resolve: Resolve = resolverOf(site),
  variantsOf: VariantsOf = () => [],
): BodyOf => bodiesWith(site, resolve)(variantsOf);

export const bodiesWith = (site: Site, resolve: Resolve): BodiesWith =>
  bodiesOf(site, resolve, ({ source }) => decoder.decode(readText(source, site.settings).template));

/** Resolves links of a site to its pages, its public files and some pictures. */
export function resolverOf(
  site: Site,
  others: Partial<Targets> & { readonly files?: readonly string[] } = {},
): Resolve {
  const { files = [], ...targets } = others;
  const outputs = [...pagesOf(site).map(({ path }) => path), ...files];
  return resolver({
    site,
    urls: new Set(outputs.map(urlOfOutput)),
    pictures: new Map(),
    unreadable: new Set(),
    damaged: new Map(),
    ...targets,
  });
}

export const link = (target: string, kind: Link["kind"] = "link"): Link => ({
  kind,
  target,
  span: { start: 0, end: 0 },
});

/** Essays with these tags each, one a day from the oldest on, called `essay-1` and so on. */
export const tagged = (...tags: readonly (readonly string[])[]): Texts =>
  Object.fromEntries(tags.map((own, place) => [`essays/essay-${place + 1}.md`, dated(place, own)]));

const DAY = 24 * 60 * 60 * 1000;

function dated(place: number, tags: readonly string[]): string {
  const day = new Date(Date.UTC(2020, 0, 1) + place * DAY).toISOString().slice(0, 10);
  return `---\ndate: ${day}\ntags: ${JSON.stringify(tags)}\n---\nEssay ${place + 1}.\n`;
}
