import {
  findDuplicates,
  isSignature,
  leavePassages,
  type Options,
  type Passage,
  type Prose,
} from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { proseSkips } from "../essays/skips.ts";
import { textOf } from "../essays/text.ts";
import { oldestFirst } from "../site/order.ts";
import type { Site } from "../site/site.ts";
import type { SketchOf } from "./reading.ts";

/** Finds what was said twice. Only essays that share something are decoded and split into words again. */
export function passagesIn(site: Site, sketchOf: SketchOf): readonly Passage[] {
  if (site.settings.duplicates.severity === "off") return [];
  const { proses, options } = prosesOf(site, sketchOf);
  return findDuplicates(proses, options);
}

/** The essays that take part in a passage with a few others: only then can an edit of one of them touch it. */
export const filesIn = (passages: readonly Passage[]): readonly string[] => [
  ...new Set(
    passages
      .filter((passage) => !isSignature(passage))
      .flatMap(({ places }) => places.map(({ id }) => id)),
  ),
];

/**
 * Whether edits of essays leave the passages of a site as they were, see `leavePassages`.
 *
 * @param sketchBefore the sketches of what the edited essays said; by their files, for those that were edited alone
 */
export function leavesPassages(
  site: Site,
  sketchOf: SketchOf,
  sketchBefore: ReadonlyMap<string, Uint32Array>,
): boolean {
  if (site.settings.duplicates.severity === "off") return true;
  const { proses, options } = prosesOf(site, sketchOf);
  const edits = proses.flatMap((now) => {
    const before = sketchBefore.get(now.id);
    return before ? [{ now, before }] : [];
  });
  const others = proses.filter(({ id }) => !sketchBefore.has(id));
  return leavePassages(edits, others, options);
}

function prosesOf(
  { essays, settings }: Site,
  sketchOf: SketchOf,
): { readonly proses: readonly Prose[]; readonly options: Options } {
  const inTime = oldestFirst(essays);
  const sketches = inTime.map(({ source }) => sketchOf(source)!);
  const { minWords, reworked } = settings.duplicates;
  const options = { minWords, reworked, sketchOf: ({ order }: Prose) => sketches[order]! };
  return { proses: inTime.map(proseOf), options };
}

export function proseOf(essay: Essay, order = 0): Prose {
  return {
    id: essay.source.file,
    order,
    get text() {
      return textOf(essay);
    },
    get skip() {
      // Asked for only now: what was kept of a text is read when it is needed.
      return proseSkips(textOf(essay), essay.manuscript);
    },
  };
}
