import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Span } from "../../src/text/span.ts";
import { random } from "../../test/support/random.ts";
import { NO_EXTRAS, settingsOf } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { english } from "../corpus/english.ts";
import { dayOf, frontMatter } from "../corpus/essays.ts";
import { COPIES } from "./copies.ts";
import { shuffled } from "./disguises.ts";
import type { Draft, Plant } from "./draft.ts";
import { draftOf } from "./essays.ts";
import { SIGNATURES, sign, TRAPS } from "./traps.ts";

/** Any number does; a fixed one makes every run measure the same essays. */
const SEED = 25;

/** Essays written between two looks at whether the user wants to stop. */
const BATCH = 200;

/** Something planted, as it stands in a file. */
export interface Planted extends Plant {
  /** Relative to the content folder: `essays/00017-the-title.md`. */
  readonly file: string;
  readonly span: Span;
}

export interface PlantedEssay {
  readonly slug: string;
  readonly text: string;
  readonly plants: readonly Planted[];
}

/** How many essays are needed to plant so many copies of each kind: each has at most one. */
export const essaysFor = (copies: number): number =>
  copies * (COPIES.reduce((sum, { essays }) => sum + essays, 0) + 2 * TRAPS.length);

/**
 * Essays in order of time: always the same ones for the same numbers. Of what is planted in them,
 * the original stands in an earlier essay than the copy, or before it.
 */
export function plantedEssays(count: number, copies: number): readonly PlantedEssay[] {
  const language = english(random(SEED));
  const drafts = Array.from({ length: count }, (_, n) => draftOf(language, random(SEED + 1 + n)));
  plantAll(drafts, copies, random(SEED));
  for (const signature of SIGNATURES) sign(drafts, signature);
  return drafts.map((draft, n) => essayOf(draft, n, count));
}

function plantAll(drafts: readonly Draft[], copies: number, random: () => number): void {
  const free = shuffled([...drafts.keys()], random);
  const take = (essays: number): readonly Draft[] =>
    free
      .splice(-essays)
      .toSorted((a, b) => a - b)
      .map((n) => drafts[n]!);
  for (const kind of COPIES) {
    for (let n = 0; n < copies; n++) kind.plant(take(kind.essays), n, random);
  }
  for (const kind of TRAPS) {
    for (let n = 0; n < copies; n++) kind.plant(take(2), n, random);
  }
}

function essayOf({ title, blocks }: Draft, n: number, count: number): PlantedEssay {
  // Many essays have one day: the order of their names decides.
  const slug = `${String(n).padStart(5, "0")}-${title.toLowerCase().replaceAll(" ", "-")}`;
  const file = `essays/${slug}.md`;
  let text = frontMatter(title, dayOf(n, count), []);
  const plants = new Map<string, Planted>();
  for (const block of blocks) {
    for (const { span, ...plant } of block.plants) {
      const key = `${plant.role} ${plant.kind}`;
      const start = plants.get(key)?.span.start ?? text.length + span.start;
      plants.set(key, { ...plant, file, span: { start, end: text.length + span.end } });
    }
    text += `${block.text}\n\n`;
  }
  return { slug, text: `${text.trimEnd()}\n`, plants: [...plants.values()] };
}

/** A folder of essays with what is planted in them. */
export interface PlantedCorpus extends Corpus {
  readonly plants: readonly Planted[];
}

/** Writes so many essays into a new folder, as a site of Galley's. */
export async function writePlanted(
  folder: string,
  count: number,
  copies: number,
  signal: AbortSignal,
): Promise<PlantedCorpus> {
  const essays = plantedEssays(count, copies);
  await mkdir(join(folder, "essays"), { recursive: true });
  await writeFile(join(folder, "site.yaml"), settingsOf(NO_EXTRAS));
  for (const [n, { slug, text }] of essays.entries()) {
    await writeFile(join(folder, "essays", `${slug}.md`), text);
    if (n % BATCH === 0) await setImmediate(undefined, { signal });
  }
  return { folder, count, newest: essays.at(-1)!, plants: essays.flatMap(({ plants }) => plants) };
}
