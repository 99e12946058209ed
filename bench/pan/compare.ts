import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Options } from "../../src/duplicates/index.ts";
import { poolOf } from "../../src/io/handfuls.ts";
import type { Pair } from "./corpus.ts";
import type { Alignment } from "./plagdet.ts";
import type { Found, Work } from "./work.ts";

/** Each thread reads the texts for itself: more of them read more than they compare. */
const MOST_THREADS = 4;

/** What the detector finds in each pair, in the order of the pairs, however many threads there are. */
export async function compareAll(
  pairs: readonly Pair[],
  options: Options,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<readonly (readonly Alignment[])[]> {
  const work: Work = { pairs, options, pool: poolOf(pairs.length) };
  const found: (readonly Alignment[])[] = [];
  let done = 0;
  const keep = ({ from, detections }: Found): void => {
    detections.forEach((some, i) => (found[from + i] = some));
    progress((done += detections.length));
  };
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  await Promise.all(Array.from({ length: threads }, () => runThread(work, keep, signal)));
  return found;
}

function runThread(work: Work, keep: (found: Found) => void, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const thread = new Worker(new URL("thread.js", import.meta.url), { workerData: work });
  const stop = (): void => void thread.terminate();
  signal.addEventListener("abort", stop, { once: true });
  return new Promise<void>((resolve, reject) => {
    thread
      .on("message", keep)
      .on("error", reject)
      .on("exit", () => (signal.aborted ? reject(signal.reason as Error) : resolve()));
  }).finally(() => signal.removeEventListener("abort", stop));
}
