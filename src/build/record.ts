import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countsOf, type Diagnostic, type Report, type Summary } from "../diagnostics/diagnostic.ts";
import { isMissing, writeWhole } from "../io/files.ts";
import type { Manifest } from "../io/output/manifest.ts";
import { asOfDay } from "./as-of.ts";
import type { Digests } from "./inputs.ts";
import type { BuildOptions } from "./options.ts";
import type { ReadSite } from "./read-site.ts";

/** What a build came to, kept to be said again by the next one where nothing changed since. */
export interface Record {
  readonly digests: Digests;
  /** Of every text, by its file, the hash of its bytes and its outline (`outlineOf`). */
  readonly texts: Readonly<globalThis.Record<string, readonly [hash: string, outline: string]>>;
  readonly pages: number;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  /** The day that counted as today, and the zone that it was one in. */
  readonly day: string;
  readonly zone: string;
}

const NAME = "record.json";

export function writeRecord(state: string, record: Record): void {
  writeWhole(join(state, NAME), JSON.stringify(record));
}

/** The record of the build that wrote a manifest, where it holds today. */
export function recordOf(
  state: string,
  { inputs }: Manifest,
  { asOf }: BuildOptions,
): Record | undefined {
  const record = readRecord(state);
  if (!record || record.digests.whole !== inputs) return undefined;
  return record.day === asOfDay(asOf, record.zone) ? record : undefined;
}

function readRecord(state: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(join(state, NAME), "utf8")) as Record;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function recordOfBuild(
  { reads, pages, site }: ReadSite,
  report: Report,
  digests: Digests,
  { asOf }: BuildOptions,
): Record {
  const { timeZone: zone } = site.settings;
  const texts = reads.map(({ source, reading }) => [
    source.file,
    [source.hash, reading.outline] as const,
  ]);
  // What is said once, by the build that does it, is not said again.
  const diagnostics = report.diagnostics.filter(({ code }) => code !== "lost-url");
  return {
    digests,
    texts: Object.fromEntries(texts) as Record["texts"],
    pages: pages.length,
    summary: { ...report.summary, ...countsOf(diagnostics) },
    diagnostics,
    day: asOfDay(asOf, zone),
    zone,
  };
}
