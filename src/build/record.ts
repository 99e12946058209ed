import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countsOf, type Diagnostic, type Report, type Summary } from "../diagnostics/diagnostic.ts";
import type { Content } from "../io/content.ts";
import { isMissing, writeWhole } from "../io/files.ts";
import type { Manifest } from "../io/output/manifest.ts";
import { asOfDay } from "./as-of.ts";
import type { Digests } from "./inputs.ts";
import type { BuildOptions } from "./options.ts";
import type { ReadSite } from "./read-site.ts";

/** What a build came to, kept to be said again by the next one where nothing changed since. */
export interface BuildRecord {
  readonly digests: Digests;
  /** The hashes of all texts, by their files. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The digest of the build that left its texts (`kept-texts.ts`). */
  readonly textsOf: string;
  readonly pages: number;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  /** The day that counted as today, and the zone that it was one in. */
  readonly day: string;
  readonly zone: string;
}

const NAME = "record.json";

export function writeRecord(state: string, record: BuildRecord): void {
  writeWhole(join(state, NAME), JSON.stringify(record));
}

/** What a manifest knows its record by: all that the site is made of, the day among it. */
export const recordId = ({ digests, day, zone }: BuildRecord): string =>
  hash("sha1", JSON.stringify([digests.whole, day, zone]));

/** The record of the build that wrote a manifest, where it holds today. */
export function recordOf(
  state: string,
  manifest: Manifest,
  { asOf }: BuildOptions,
): BuildRecord | undefined {
  const record = readRecord(state);
  if (!record || recordId(record) !== manifest.record) return undefined;
  return record.day === asOfDay(asOf, record.zone) ? record : undefined;
}

function readRecord(state: string): BuildRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(state, NAME), "utf8")) as Partial<BuildRecord>;
    return isWhole(record) ? record : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A damaged record is no record. */
const isWhole = (record: Partial<BuildRecord> | null): record is BuildRecord =>
  record?.digests !== undefined &&
  record.hashes !== undefined &&
  record.summary !== undefined &&
  Array.isArray(record.diagnostics);

/** The record of a proof of the whole site. */
export function recordOfBuild(
  { content, pages, site }: ReadSite,
  report: Report,
  digests: Digests,
  { asOf }: BuildOptions,
): BuildRecord {
  const { timeZone: zone } = site.settings;
  // What is said once, by the build that does it, is not said again.
  const diagnostics = report.diagnostics.filter(({ code }) => code !== "lost-url");
  return {
    digests,
    hashes: hashesOf(content),
    textsOf: digests.whole,
    pages: pages.length,
    summary: { ...report.summary, ...countsOf(diagnostics) },
    diagnostics,
    day: asOfDay(asOf, zone),
    zone,
  };
}

/** The record after an edit that changed no finding. */
export const recordAfterEdit = (
  record: BuildRecord,
  content: Content,
  { summary }: Report,
  digests: Digests,
): BuildRecord => ({ ...record, digests, hashes: hashesOf(content), summary });

const hashesOf = ({ sources }: Content): BuildRecord["hashes"] =>
  Object.fromEntries(sources.map(({ file, hash }) => [file, hash]));
