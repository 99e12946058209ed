import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inFile } from "../diagnostics/diagnostic.ts";
import type { Source } from "../essays/essay.ts";
import type { Cache } from "../io/cache.ts";
import type { Settings } from "../settings/settings.ts";
import { readText, type FreshReading, type Reading } from "./read-text.ts";
import { readTogether } from "./read-together.ts";

/** A text with what it says. */
export interface Read {
  readonly source: Source;
  readonly reading: Reading;
  /** The rendered body, where the text was read just now. */
  readonly template?: string;
}

/** With this many texts to read a second thread is worth its start. */
const MANY = 300;

/** Reads every text that the cache does not know yet. */
export async function readAll(
  sources: readonly Source[],
  settings: Settings,
  cache: Cache<Reading>,
): Promise<readonly Read[]> {
  const keyOf = (source: Source): string => readingKey(source, settings);
  const unread = sources.filter((source) => cache.get(keyOf(source)) === undefined);
  const fresh = new Map(zip(unread, await readingsOf(unread, settings)));
  for (const [source, { reading }] of fresh) cache.set(keyOf(source), reading);
  cache.save();
  return sources.map((source) => {
    const known = fresh.get(source);
    return { source, ...(known ?? { reading: cache.get(keyOf(source))! }) };
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
): Promise<readonly FreshReading[]> {
  if (sources.length >= MANY) return readTogether(sources, settings);
  return sources.map((source) => readText(source, settings));
}

const zip = <A, B>(as: readonly A[], bs: readonly B[]): readonly [A, B][] =>
  as.map((a, i) => [a, bs[i]!]);

export const findingsOf = ({ source, reading }: Read): readonly Diagnostic[] =>
  reading.findings.map((finding) => inFile(source.file, finding));

const sketches = new WeakMap<Reading, Uint32Array>();

/** The detector's sketch; decoded once, since a preview asks for it again and again. */
export function sketchFrom(reading: Reading): Uint32Array {
  const known = sketches.get(reading);
  if (known) return known;
  const { buffer, byteOffset, byteLength } = Buffer.from(reading.sketch, "base64");
  const sketch = new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  sketches.set(reading, sketch);
  return sketch;
}
