import { readFileSync } from "node:fs";
import type { Options } from "../../src/duplicates/index.ts";
import { handfuls } from "../../src/io/handfuls.ts";
import type { Pool } from "../../src/io/handfuls.ts";
import type { Pair } from "./corpus.ts";
import { detectionsIn } from "./detect.ts";
import type { Document } from "./detect.ts";
import type { Alignment } from "./plagdet.ts";

/** What all threads take their pairs from. */
export interface Work {
  readonly pairs: readonly Pair[];
  readonly options: Options;
  readonly pool: Pool;
}

/** What was found in some pairs, and the place of the first. */
export interface Found {
  readonly from: number;
  readonly detections: readonly (readonly Alignment[])[];
}

/** Pairs that a thread takes at a time: a list has the pairs of one suspicious document in a row. */
const HANDFUL = 16;

/** Takes pairs and compares them, until there are none left. A thread reads each text once. */
export function* findingsOf({ pairs, options, pool }: Work): Generator<Found> {
  const texts = new Map<string, Document>();
  const documentOf = (name: string, path: string): Document => {
    const known = texts.get(path);
    if (known) return known;
    const document = { name, text: decoder.decode(readFileSync(path)) };
    texts.set(path, document);
    return document;
  };
  for (const [from, end] of handfuls(pool, HANDFUL)) {
    const detections = pairs
      .slice(from, end)
      .map(({ suspicious, source, paths }) =>
        detectionsIn(
          documentOf(suspicious, paths.suspicious),
          documentOf(source, paths.source),
          options,
        ),
      );
    yield { from, detections };
  }
}

/** A byte order mark is a code point to PAN. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
