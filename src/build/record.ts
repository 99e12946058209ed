import { hash } from "node:crypto";
import { join } from "node:path";
import { countsOf, type Diagnostic, type Report, type Summary } from "../diagnostics/diagnostic.ts";
import type { Content } from "../io/content.ts";
import { readJson, writeWhole } from "../io/files.ts";
import type { Manifest } from "../io/output/manifest.ts";
import { asOfDay } from "./as-of.ts";
import type { Digests } from "./inputs.ts";
import type { BuildOptions } from "./options.ts";
import type { Proofed } from "./proof.ts";
import type { ReadSite } from "./read-site.ts";

/** What a build came to, kept to be said again by the next one where nothing changed since. */
export interface BuildRecord {
  readonly digests: Digests;
  /** The hashes of all texts, by their files. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The id of the record of the build that left its texts (`kept-texts.ts`). */
  readonly textsOf: string;
  readonly pages: number;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  /** The essays that say what another says too, signatures aside. */
  readonly copying: readonly string[];
  /** The day that counted as today, and the zone that it was one in. */
  readonly day: string;
  readonly zone: string;
}

const NAME = "record.json";

export function writeRecord(state: string, record: BuildRecord): void {
  writeWhole(join(state, NAME), JSON.stringify(record));
}

/** What a manifest knows its record by: all that the site is made of, the day among it. */
export const recordId = ({ digests, day, zone }: Pick<BuildRecord, "digests" | "day" | "zone">) =>
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

/** The day that counted as today in the last build; undefined where that is not known. */
export const dayOfLastBuild = (state: string): string | undefined => readRecord(state)?.day;

function readRecord(state: string): BuildRecord | undefined {
  const record = readJson(join(state, NAME), () => undefined);
  return isWhole(record) ? record : undefined;
}

/** A damaged record is no record. */
function isWhole(found: unknown): found is BuildRecord {
  const record = found as Partial<BuildRecord> | null | undefined;
  return (
    record?.digests !== undefined &&
    record.hashes !== undefined &&
    record.summary !== undefined &&
    Array.isArray(record.diagnostics) &&
    Array.isArray(record.copying)
  );
}

/** The record of a proof of the whole site. */
export function recordOfBuild(
  { content, pages, site }: ReadSite,
  { report, copying }: Pick<Proofed, "report" | "copying">,
  digests: Digests,
  { asOf }: BuildOptions,
): BuildRecord {
  const { timeZone: zone } = site.settings;
  // What is said once, by the build that does it, is not said again.
  const diagnostics = report.diagnostics.filter(({ code }) => code !== "lost-url");
  const made = { digests, day: asOfDay(asOf, zone), zone };
  return {
    ...made,
    hashes: hashesOf(content),
    textsOf: recordId(made),
    pages: pages.filter(({ companion }) => !companion).length,
    summary: { ...report.summary, ...countsOf(diagnostics) },
    diagnostics,
    copying,
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
