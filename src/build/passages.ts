import { findDuplicates, type Passage, type Prose } from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { proseSkips } from "../essays/skips.ts";
import { textOf } from "../essays/text.ts";
import { oldestFirst } from "../site/order.ts";
import type { Site } from "../site/site.ts";
import type { SketchOf } from "./reading.ts";

/** Finds what was said twice. Only essays that share something are decoded and split into words again. */
export function passagesIn(site: Site, sketchOf: SketchOf): readonly Passage[] {
  const { severity, minWords } = site.settings.duplicates;
  if (severity === "off") return [];
  const essays = oldestFirst(site.essays);
  const proses = essays.map(proseOf);
  const sketches = essays.map(({ source }) => sketchOf(source)!);
  return findDuplicates(proses, { minWords, sketchOf: ({ order }) => sketches[order]! });
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
