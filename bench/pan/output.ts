import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { xmlName } from "./corpus.ts";
import type { Part } from "./corpus.ts";
import type { Alignment } from "./plagdet.ts";
import { detectionsXml } from "./xml.ts";

/**
 * Throws where writing to `out` would harm: in the corpus, whose own files have the same names, or beside XML of other
 * pairs, which a scorer would take for detections of this run.
 */
export function assertFit(out: string, corpus: string, parts: readonly Part[]): void {
  const within = realpathSync(corpus);
  const target = real(resolve(out));
  if (target === within || target.startsWith(within + sep))
    throw new Error(`--out: "${out}" is in the corpus, whose files it would overwrite.`);
  for (const part of parts) {
    const folder = join(out, part.name);
    const own = new Set(part.pairs.map(xmlName));
    const other = existsSync(folder)
      ? readdirSync(folder).find((name) => name.endsWith(".xml") && !own.has(name))
      : undefined;
    if (other)
      throw new Error(
        `--out: "${join(folder, other)}" is of no pair of this corpus. Delete it, or choose an empty folder.`,
      );
  }
}

/** Writes one file for each pair of a part, also where nothing was found. */
export function writeDetections(
  out: string,
  part: Part,
  detections: readonly (readonly Alignment[])[],
): void {
  const folder = join(out, part.name);
  mkdirSync(folder, { recursive: true });
  part.pairs.forEach((pair, i) => {
    writeFileSync(join(folder, xmlName(pair)), detectionsXml(pair.suspicious, detections[i]!));
  });
}

/** A path without links, also where its end is not there yet. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return join(real(dirname(path)), path.slice(dirname(path).length));
}
