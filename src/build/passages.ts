import { findDuplicates, type Passage, type Prose } from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { proseSkips } from "../essays/skips.ts";
import { textOf } from "../essays/text.ts";
import { oldestFirst } from "../site/order.ts";
import type { Site } from "../site/site.ts";
import { sketchFrom, type Read } from "./reading.ts";

/** Finds what was said twice. Only essays that share something are decoded and split into words again. */
export function passagesIn(site: Site, reads: readonly Read[]): readonly Passage[] {
  const { severity, minWords } = site.settings.duplicates;
  if (severity === "off") return [];
  const essays = oldestFirst(site.essays);
  const readings = new Map(reads.map(({ source, reading }) => [source.file, reading]));
  const proses = essays.map(proseOf);
  return findDuplicates(proses, { minWords, sketchOf: ({ id }) => sketchFrom(readings.get(id)!) });
}

function proseOf(essay: Essay, order: number): Prose {
  const { source, manuscript } = essay;
  return {
    id: source.file,
    order,
    get text() {
      return textOf(essay);
    },
    get skip() {
      return proseSkips(textOf(essay), manuscript);
    },
  };
}
