import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { assertBuilt } from "../built-site.ts";
import { rotated } from "../contest.ts";
import type { Rules } from "../contest.ts";
import type { Contestant } from "../contestant.ts";
import { copyCorpus, editNewest, writeCorpus } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { galley } from "../galley.ts";
import { stopwatch } from "../measure.ts";
import type { Sample } from "../measure.ts";
import { median, seconds, spread } from "../numbers.ts";
import { writePlanted } from "../planted/corpus.ts";
import { table } from "../table.ts";

/** A site that is built with the check on, and one of the same essays that is built with it off. */
export interface Race {
  readonly name: string;
  readonly on: readonly Sample[];
  readonly off: readonly Sample[];
}

const OFF = "duplicates: { severity: off }\n";

/**
 * What `npm run build` takes after an edit of the newest essay, by turns with the check on and off: of a site where nothing
 * is said twice, and of one with planted copies and a signature in all of its essays.
 */
export async function timeEdits(
  { essays, copies }: { readonly essays: number; readonly copies: number },
  rules: Rules,
): Promise<readonly Race[]> {
  const { workspace, signal, progress } = rules;
  progress("writing the essays");
  const plain = await writeCorpus(workspace.newFolder("plain"), essays, signal);
  const planted = await writePlanted(workspace.newFolder("planted"), essays, copies, signal);
  const races = [
    await sitesOf(plain, "nothing said twice", rules),
    await sitesOf(planted, `${copies} copies of each kind, a signature in all`, rules),
  ];
  await buildByTurns(
    races.flatMap(({ on, off }) => [on, off]),
    rules,
  );
  return races.map(({ name, on, off }) => ({ name, on: on.samples, off: off.samples }));
}

/** A site that is built again and again into one folder. */
interface Built {
  readonly contestant: Contestant;
  readonly output: string;
  readonly samples: Sample[];
}

/** Times a build after an edit of each site, run after run. */
async function buildByTurns(
  sites: readonly Built[],
  { workspace, signal, progress, runs }: Rules,
): Promise<void> {
  const measure = stopwatch(workspace.folder);
  for (let run = 0; run <= runs; run++) {
    for (const { contestant, output, samples } of rotated(sites, run)) {
      const edit = await editNewest(contestant.corpus);
      const sample = await measure(contestant.build(output), signal);
      await assertBuilt(output, contestant.corpus, edit);
      // The first build is a clean one.
      const label = run === 0 ? "clean build" : `run ${run} of ${runs}`;
      progress(`${label}: ${contestant.name} ${seconds(sample.seconds)}`);
      if (run > 0) samples.push(sample);
    }
  }
}

/** One corpus as two sites. */
async function sitesOf(
  corpus: Corpus,
  name: string,
  { workspace }: Rules,
): Promise<{ readonly name: string; readonly on: Built; readonly off: Built }> {
  const silent = await copyCorpus(corpus, workspace.newFolder("off"));
  await appendFile(join(silent.folder, "site.yaml"), OFF);
  const site = async (how: string, corpus: Corpus): Promise<Built> => {
    const made = await galley({ home: workspace.newFolder("galley"), corpus }, "npm");
    const contestant = { ...made, name: `${name}, ${how}` };
    return { contestant, output: workspace.newFolder("site"), samples: [] };
  };
  return {
    name,
    on: await site("with the check", corpus),
    off: await site("without", silent),
  };
}

/** Medians, and what the check costs: by the clock, and of all cores' time where that is known. */
export function editTable(races: readonly Race[]): string {
  const head = [
    "npm run build, s: median (min–max)",
    "with the check",
    "without",
    "more",
    "more CPU s",
  ];
  const rows = races.map(({ name, on, off }) => [
    name,
    spread(on.map(({ seconds }) => seconds)),
    spread(off.map(({ seconds }) => seconds)),
    more(on, off, ({ seconds }) => seconds),
    more(on, off, ({ usage }) => usage?.cpuSeconds ?? NaN),
  ]);
  return table([head, ...rows], 1);
}

function more(
  on: readonly Sample[],
  off: readonly Sample[],
  cost: (sample: Sample) => number,
): string {
  const difference = median(on.map(cost)) - median(off.map(cost));
  return Number.isNaN(difference) ? "–" : difference.toFixed(2);
}
