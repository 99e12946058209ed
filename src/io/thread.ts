import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ROOT } from "./root.ts";

/** Megabytes for young objects: most die before it is full, so that collecting them costs little. */
const YOUNG_GENERATION_MB = 48;

/**
 * Starts a second thread. It does not keep the process alive.
 *
 * @param entry the file that answers its messages, one of those in `src/load.js`
 */
export function startThread(entry: string, data: object = {}): Worker {
  const thread = new Worker(join(ROOT, "src/io/thread.js"), {
    workerData: { ...data, entry },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  thread.unref();
  return thread;
}
