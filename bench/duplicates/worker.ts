/**
 * A process of its own for each measurement: `worker.ts WHAT LIST CONTENT REPORT` does one thing with the essays
 * of a list and writes what it cost.
 */
import { writeFileSync } from "node:fs";
import { findDuplicates } from "../../src/duplicates/index.ts";
import type { Prose } from "../../src/duplicates/index.ts";
import { countWords } from "../../src/text/words.ts";
import { secondsSince } from "../processes.ts";
import { readProses } from "./stored.ts";

export type Task = "split" | "detect";

/** What a process says of itself. */
export interface Cost {
  /** From files to texts in memory. */
  readonly readSeconds: number;
  /** From texts in memory to the result. */
  readonly workSeconds: number;
  /** The most memory that the process held at any time, above what it held with the texts alone. */
  readonly aboveTextMiB: number;
  /** Of the work: words split, or passages found. */
  readonly result: number;
}

const MIB = 2 ** 20;
const KIB_A_MIB = 2 ** 10;

const TASKS: Readonly<Record<Task, (proses: readonly Prose[]) => number>> = {
  split: (proses) =>
    proses.reduce((sum, { text, skip }) => sum + countWords(text, undefined, skip), 0),
  detect: (proses) => findDuplicates(proses).length,
};

function costOf(task: Task, list: string, content: string): Cost {
  const beganReading = process.hrtime.bigint();
  const proses = readProses(list, content);
  const readSeconds = secondsSince(beganReading);
  globalThis.gc?.();
  const textMiB = process.memoryUsage.rss() / MIB;

  const began = process.hrtime.bigint();
  const result = TASKS[task](proses);
  const workSeconds = secondsSince(began);
  const peakMiB = process.resourceUsage().maxRSS / KIB_A_MIB;
  return { readSeconds, workSeconds, aboveTextMiB: peakMiB - textMiB, result };
}

const [task, list = "", content = "", report = ""] = process.argv.slice(2);
writeFileSync(report, JSON.stringify(costOf(task as Task, list, content)));
