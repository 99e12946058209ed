import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Prose } from "../../src/duplicates/index.ts";
import type { Span } from "../../src/text/span.ts";

/** What is known of an essay before the detector reads it. */
export interface StoredProse {
  /** Relative to the content folder. */
  readonly file: string;
  readonly skip: readonly Span[];
}

/** The essays with their texts, in the order of the list. */
export function readProses(list: string, content: string): readonly Prose[] {
  const stored = JSON.parse(readFileSync(list, "utf8")) as readonly StoredProse[];
  return stored.map(({ file, skip }, order) => ({
    id: file,
    text: readFileSync(join(content, file), "utf8"),
    skip,
    order,
  }));
}
