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
  const { markdown, duplicates } = settings;
  const keyOf = ({ role, hash }: Source): string =>
    [role, markdown.html, duplicates.minWords, hash].join("-");

  const unread = sources.filter((source) => cache.get(keyOf(source)) === undefined);
  const fresh = new Map(zip(unread, await readingsOf(unread, settings)));
  for (const [source, { reading }] of fresh) cache.set(keyOf(source), reading);
  cache.save();
  return sources.map((source) => {
    const known = fresh.get(source);
    return { source, ...(known ?? { reading: cache.get(keyOf(source))! }) };
  });
}

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

export function sketchFrom({ sketch }: Reading): Uint32Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(sketch, "base64");
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
