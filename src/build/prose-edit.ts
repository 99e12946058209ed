import type { Report, Summary } from "../diagnostics/diagnostic.ts";
import type { Essay, Manuscript, Source } from "../essays/essay.ts";
import { haveSameOutline } from "../essays/outline.ts";
import type { Settings } from "../settings/settings.ts";
import { linksOf } from "../site/links.ts";
import { fingerprintOf, type Page } from "../site/page.ts";
import { searchParts } from "../site/search.ts";
import { assetsOf, type Assets } from "./assets.ts";
import type { Inputs } from "./inputs.ts";
import { KeptEssay, readTexts } from "./kept-texts.ts";
import type { Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { readText, type Reading } from "./read-text.ts";
import { leavesPassages } from "./passages.ts";
import { readAll, readingKey, sketchesIn, type Read, type SketchOf } from "./reading.ts";
import { settingsIn, siteOfTexts, type ReadSite } from "./read-site.ts";
import type { BuildRecord } from "./record.ts";
import { sourcesIn } from "./report.ts";
import { searchedIn, stalePart, type StalePart } from "./search.ts";
import { picturesFor, shownPictures, type Pictures } from "./shown-pictures.ts";
import { foundAfter } from "./signatures.ts";
import type { StalePage } from "./staleness.ts";

/** What a build after an edit of prose alone has to do. */
export interface ProseEdit {
  readonly report: Report;
  readonly stale: readonly StalePage[];
  /** The parts of the search index that hold an edited text. */
  parts(): readonly StalePart[];
}

/**
 * Most edits are of a sentence somewhere in a text. Then no page is stale but those that show the text, and no finding
 * changes: provided that the text's outline is as it was, that nothing is found in it but signatures, and that it shares
 * no other passage and never did. Where that is not so the answer is undefined, and the whole site is to be proofed. Else no other
 * text is read, but those that stand on a page with it.
 *
 * @param record of a build with the same frame (`Digests`) into the same output, which is intact
 */
export async function proseEdit(
  inputs: Inputs,
  options: BuildOptions,
  record: BuildRecord,
  memory: Memory,
): Promise<ProseEdit | undefined> {
  const { content } = inputs;
  const { settings } = settingsIn(content, options);
  const edits = await editsIn(content.sources, settings, record, memory);
  const isQuiet = edits.every(
    (edit) => isOfProse(edit) && !record.copying.includes(edit.read.source.file),
  );
  const sketchOf = sketchesIn(memory, settings);
  if (!isQuiet || !content.sources.every(sketchOf)) return undefined;
  const texts = textsAfter(edits, content.sources, settings, record, memory);
  if (!texts) return undefined;

  const reads = edits.map(({ read }) => read);
  const assets = await assetsOf(inputs, settings, memory.state);
  const made = siteOfTexts(texts, reads, settings, options, assets);
  const before = sketchesBefore(edits, sketchOf);
  if (!before || !leavesPassages(made.site, sketchOf, before)) return undefined;
  const edited = new Set(reads.map(({ source }) => source));
  const diagnostics = foundAfter(record.diagnostics, [...edited], made.site);
  if (!diagnostics) return undefined;
  const pages = made.pages.filter(({ shows }) => shows.some(({ source }) => edited.has(source)));
  const { variantsOf } = await picturesOn(pages, made, assets, options);
  const bodyOf = made.bodiesWith(variantsOf);
  const stale = pages.map((page): StalePage => {
    const props = page.props(bodyOf);
    return { page, props, fingerprint: fingerprintOf(props) };
  });
  const searched = searchedIn(made);
  const parts = (): readonly StalePart[] =>
    searchParts(made.site)
      .filter(({ texts }) => texts.some(({ source }) => edited.has(source)))
      .map((part) => stalePart(part, searched));
  const summary = summaryAfter(edits, record.summary);
  return { stale, parts, report: { summary, diagnostics, sources: sourcesIn(content) } };
}

/** The pictures of the texts that some pages show. */
function picturesOn(
  pages: readonly Page[],
  { site, resolve }: Pick<ReadSite, "site" | "resolve">,
  assets: Assets,
  options: BuildOptions,
): Promise<Pictures> {
  const texts = new Set(pages.flatMap(({ shows }) => shows));
  const links = [...texts].flatMap((text) => linksOf(text, resolve));
  return picturesFor(shownPictures(site, links), assets, options);
}

/** A text that was edited, and what it was read as before, where that is still known. */
interface Edit {
  readonly read: Read;
  readonly before: Before | undefined;
}

interface Before {
  readonly source: Pick<Source, "role" | "hash">;
  readonly reading: Reading;
}

async function editsIn(
  sources: readonly Source[],
  settings: Settings,
  { hashes }: BuildRecord,
  memory: Memory,
): Promise<readonly Edit[]> {
  const edited = sources.filter(({ file, hash }) => hashes[file] !== hash);
  const reads = await readAll(edited, settings, memory, "some");
  return reads.map((read) => {
    const { role, file } = read.source;
    const source = { role, hash: hashes[file]! };
    const reading = memory.readings.get(readingKey(source, settings));
    return { read, before: reading && { source, reading } };
  });
}

function isOfProse({ read: { reading }, before }: Edit): boolean {
  const [now, then] = [reading.manuscript, before?.reading.manuscript];
  return (
    reading.findings.length === 0 &&
    now !== undefined &&
    then !== undefined &&
    // What stands between a comment and a passage decides whether it allows it.
    now.allowances.length === 0 &&
    haveSameOutline(now, then)
  );
}

/** The sketches of what the edited texts said, by their files; undefined where one is forgotten. */
function sketchesBefore(
  edits: readonly Edit[],
  sketchOf: SketchOf,
): ReadonlyMap<string, Uint32Array> | undefined {
  const sketches = edits.map(({ read, before }) => {
    const sketch = before && sketchOf(before.source);
    return sketch && ([read.source.file, sketch] as const);
  });
  const known = allOrNothing(sketches);
  return known && new Map(known);
}

const allOrNothing = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

/** All texts of the site as they were inferred, the edited ones with what they say now. */
function textsAfter(
  edits: readonly Edit[],
  sources: readonly Source[],
  settings: Settings,
  { textsOf }: BuildRecord,
  memory: Memory,
): readonly Essay[] | undefined {
  if (memory.kept?.id !== textsOf) memory.kept = readTexts(memory.state, textsOf);
  const kept = memory.kept?.texts;
  if (!kept) return undefined;
  const now = new Map(edits.map(({ read: { source, reading } }) => [source, reading.manuscript]));
  const manuscriptOf = (source: Source): Manuscript =>
    (memory.readings.get(readingKey(source, settings)) ?? readText(source, settings).reading)
      .manuscript!;
  return allOrNothing(
    sources.map((source) => {
      const text = kept[source.file];
      return text && new KeptEssay(text, source, () => now.get(source) ?? manuscriptOf(source));
    }),
  );
}

function summaryAfter(edits: readonly Edit[], summary: Summary): Summary {
  const wordsOf = (reading: Reading | undefined): number => reading?.manuscript?.words ?? 0;
  const more = edits
    .filter(({ read }) => read.source.role === "essay")
    .map(({ read, before }) => wordsOf(read.reading) - wordsOf(before?.reading));
  return { ...summary, words: more.reduce((sum, words) => sum + words, summary.words) };
}
