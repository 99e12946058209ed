import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rotated } from "../contest.ts";
import type { Rules } from "../contest.ts";
import { stopwatch } from "../measure.ts";
import type { Sample, Stopwatch } from "../measure.ts";
import { seconds } from "../numbers.ts";
import { PROJECT } from "../project.ts";
import { simText } from "./sim-text.ts";
import type { Cost, Task } from "./worker.ts";

/** What one contestant took in one run. */
export interface Run {
  /** Of the work itself, where it was told apart. */
  readonly cost?: Cost;
  /** Of the whole process. */
  readonly seconds: number;
  /** Of the whole process, where GNU time is installed: a busy machine changes them less than the clock. */
  readonly usage?: NonNullable<Sample["usage"]>;
}

export interface Result {
  readonly name: string;
  readonly runs: readonly Run[];
}

/** The texts that everybody reads. */
export interface Texts {
  readonly content: string;
  /** A file that lists them, with what of each is no prose. */
  readonly list: string;
  readonly files: readonly string[];
}

interface Runner {
  readonly name: string;
  run(measure: Stopwatch, signal: AbortSignal): Promise<Run>;
}

export const SPLIT = "reading and splitting words";
export const DETECTOR = "Galley's detector";

/**
 * Has the words split, the passages found, and the same texts searched by sim_text where it is installed: each in a new
 * process, in turn, run after run, after one that only warms up.
 */
export async function race(texts: Texts, rules: Rules): Promise<readonly Result[]> {
  const { workspace, signal, progress } = rules;
  const report = join(workspace.folder, "cost.json");
  const peer = await simText(texts, workspace, signal);
  if (!peer) progress(`no "sim_text" is installed: the detector is measured without it`);
  const runners: Runner[] = [
    { name: SPLIT, run: timed("split", texts, report) },
    { name: DETECTOR, run: timed("detect", texts, report) },
    ...(peer ? [{ name: peer.name, run: timedCommand(peer.command) }] : []),
  ];
  const measure = stopwatch(workspace.folder);
  const results = runners.map((runner) => ({ ...runner, runs: [] as Run[] }));
  for (let n = 0; n <= rules.runs; n++) {
    for (const { name, run, runs } of rotated(results, n)) {
      const taken = await run(measure, signal);
      const label = n === 0 ? "warm-up" : `run ${n} of ${rules.runs}`;
      progress(`${label}: ${name} ${seconds(taken.cost?.workSeconds ?? taken.seconds)}`);
      if (n > 0) runs.push(taken);
    }
  }
  return results;
}

const timed =
  (task: Task, { list, content }: Texts, report: string): Runner["run"] =>
  async (measure, signal) => {
    const worker = fileURLToPath(new URL("worker.ts", import.meta.url));
    const args = ["--expose-gc", "--import", "tsx", worker, task, list, content, report];
    const run = await timedCommand({ program: process.execPath, args, cwd: PROJECT })(
      measure,
      signal,
    );
    return { ...run, cost: JSON.parse(await readFile(report, "utf8")) as Cost };
  };

const timedCommand =
  (command: Parameters<Stopwatch>[0]): Runner["run"] =>
  (measure, signal) =>
    measure(command, signal);
