import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inFile } from "../diagnostics/diagnostic.ts";
import { addressed } from "../checks/addressed.ts";
import type { Source } from "../essays/essay.ts";
import type { Counting } from "../io/counting.ts";
import type { Settings } from "../settings/settings.ts";
import type { Memory } from "./memory.ts";
import { readText, type FreshReading, type Reading } from "./read-text.ts";
import { readTogether } from "./read-together.ts";

/** A text with what it says. */
export interface Read {
  readonly source: Source;
  readonly reading: Reading;
  /** The rendered body in UTF-8, where the text was read just now. */
  readonly template?: Uint8Array;
}

/** With this many texts to read a second thread is worth its start. */
const MANY = 300;

/**
 * Reads the texts that the cache does not know yet.
 *
 * @param extent whether these are all texts of the site
 */
export async function readAll(
  sources: readonly Source[],
  settings: Settings,
  { readings, sketches }: Memory,
  extent: "all" | "some" = "all",
  counting?: Counting,
): Promise<readonly Read[]> {
  const keys = sources.map((source) => readingKey(source, settings));
  const isKnown = (key: string): boolean =>
    readings.get(key) !== undefined && sketches.get(key) !== undefined;
  const unread = sources.filter((_, i) => !isKnown(keys[i]!));
  const fresh = new Map(zip(unread, await readingsOf(unread, settings, counting)));
  sources.forEach((source, i) => {
    const known = fresh.get(source);
    if (!known) return;
    readings.set(keys[i]!, known.reading);
    sketches.set(keys[i]!, known.sketch);
  });
  readings.save(extent);
  sketches.save(extent);
  return sources.map((source, i) => {
    const { template } = fresh.get(source) ?? {};
    return { source, reading: readings.get(keys[i]!)!, ...(template && { template }) };
  });
}

/** What a reading is kept by: all that it is made of. */
export const readingKey = (
  { role, hash }: Pick<Source, "role" | "hash">,
  { markdown, duplicates }: Settings,
): string => [role, markdown.html, duplicates.minWords, hash].join("-");

async function readingsOf(
  sources: readonly Source[],
  settings: Settings,
  counting?: Counting,
): Promise<readonly FreshReading[]> {
  if (sources.length >= MANY) return readTogether(sources, settings, counting);
  return sources.map((source) => readText(source, settings));
}

const zip = <A, B>(as: readonly A[], bs: readonly B[]): readonly [A, B][] =>
  as.map((a, i) => [a, bs[i]!]);

export const findingsOf = ({ source, reading }: Read): readonly Diagnostic[] =>
  reading.findings.map((finding) => inFile(source.file, addressed(finding, source.file)));

/** The detector's sketches of texts that were read. */
export const sketchesIn =
  ({ sketches }: Memory, settings: Settings): SketchOf =>
  (source) =>
    sketches.get(readingKey(source, settings));

export type SketchOf = (source: Pick<Source, "role" | "hash">) => Uint32Array | undefined;
