import { rm } from "node:fs/promises";
import { assertBuilt, sizeOf } from "./built-site.ts";
import type { SiteSize } from "./built-site.ts";
import type { Contestant, Step } from "./contestant.ts";
import { editNewest } from "./corpus/corpus.ts";
import { stopwatch } from "./measure.ts";
import type { Sample, Stopwatch } from "./measure.ts";
import { seconds } from "./numbers.ts";
import type { Workspace } from "./workspace.ts";

/** How a contest is run. */
export interface Rules {
  /** Timed laps, after one that only warms up caches. */
  readonly runs: number;
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
}

/** One contestant's builds, from a clean one on. */
export interface Lap {
  readonly samples: ReadonlyMap<Step, Sample>;
  readonly written: SiteSize;
}

export interface Score {
  readonly contestant: Contestant;
  readonly laps: readonly Lap[];
}

/**
 * Lets the contestants build in turn, run after run, so that a slow minute of the machine meets all of
 * them; who comes first changes with every run. Throws where one fails or leaves an essay out.
 */
export async function contest(contestants: readonly Contestant[], rules: Rules): Promise<Score[]> {
  const measure = stopwatch(rules.workspace.folder);
  const scores = contestants.map((contestant) => ({ contestant, laps: [] as Lap[] }));
  for (let run = 0; run <= rules.runs; run++) {
    for (const { contestant, laps } of rotated(scores, run)) {
      const lap = await runLap(contestant, measure, rules);
      rules.progress(lapLine(run, rules.runs, contestant, lap));
      if (run > 0) laps.push(lap);
    }
  }
  return scores;
}

async function runLap(
  contestant: Contestant,
  measure: Stopwatch,
  { workspace, signal }: Rules,
): Promise<Lap> {
  await contestant.forget();
  const output = workspace.newFolder("site");
  const command = contestant.build(output);
  const samples = new Map<Step, Sample>();
  for (const step of contestant.steps) {
    const edit = step === "one essay changed" ? await editNewest(contestant.corpus) : "";
    samples.set(step, await measure(command, signal));
    await assertBuilt(output, contestant.corpus, edit);
  }
  const written = await sizeOf(output);
  // On a disk, deleting in between would be measured with the next build.
  if (workspace.inMemory) await rm(output, { recursive: true });
  return { samples, written };
}

function lapLine(run: number, runs: number, { name }: Contestant, { samples }: Lap): string {
  const times = [...samples].map(([step, sample]) => `${step} ${seconds(sample.seconds)}`);
  return `${run === 0 ? "warm-up" : `run ${run} of ${runs}`}: ${name}: ${times.join(", ")}`;
}

/** The items from a later one on, and round again: who comes first changes with every run. */
export function rotated<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
