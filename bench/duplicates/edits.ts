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
import { median, seconds, spread } from "../numbers.ts";
import { writePlanted } from "../planted/corpus.ts";
import { table } from "../table.ts";

/** A site that is built with the check on, and one of the same essays that is built with it off. */
export interface Race {
  readonly name: string;
  readonly on: readonly number[];
  readonly off: readonly number[];
}

const OFF = "duplicates: { severity: off }\n";

/**
 * Seconds of `npm run build` after an edit of the newest essay, by turns with the check on and off: of a site where nothing
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
  const many = `${copies} copies of each kind, a signature in all`;
  const races = [
    { name: "nothing said twice", ...(await sitesOf(plain, rules)) },
    { name: many, ...(await sitesOf(planted, rules)) },
  ].map((race) => ({ ...race, on: timed(race.on), off: timed(race.off) }));
  const sites = races.flatMap(({ on, off }) => [on, off]);

  const measure = stopwatch(workspace.folder);
  for (let run = 0; run <= rules.runs; run++) {
    for (const { contestant, output, times } of rotated(sites, run)) {
      const edit = await editNewest(contestant.corpus);
      const sample = await measure(contestant.build(output), signal);
      await assertBuilt(output, contestant.corpus, edit);
      // The first build is a clean one.
      const label = run === 0 ? "clean build" : `run ${run} of ${rules.runs}`;
      progress(`${label}: ${contestant.name}, ${seconds(sample.seconds)}`);
      if (run > 0) times.push(sample.seconds);
    }
  }
  return races.map(({ name, on, off }) => ({ name, on: on.times, off: off.times }));

  function timed(contestant: Contestant) {
    return { contestant, output: workspace.newFolder("site"), times: [] as number[] };
  }
}

async function sitesOf(
  corpus: Corpus,
  { workspace }: Rules,
): Promise<{ readonly on: Contestant; readonly off: Contestant }> {
  const silent = await copyCorpus(corpus, workspace.newFolder("off"));
  await appendFile(join(silent.folder, "site.yaml"), OFF);
  const site = async (name: string, corpus: Corpus): Promise<Contestant> => ({
    ...(await galley({ home: workspace.newFolder("galley"), corpus }, "npm")),
    name,
  });
  return { on: await site("with the check", corpus), off: await site("without", silent) };
}

/** Medians, and what the check costs. */
export function editTable(races: readonly Race[]): string {
  const head = [
    "npm run build after an edit, s: median (min–max)",
    "with the check",
    "without",
    "more",
  ];
  const rows = races.map(({ name, on, off }) => [
    name,
    spread(on),
    spread(off),
    (median(on) - median(off)).toFixed(2),
  ]);
  return table([head, ...rows], 1);
}
