import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ROOT } from "./root.ts";

/** Megabytes for young objects: most die before it is full, so that collecting them costs little. */
const YOUNG_GENERATION_MB = 48;

/** The bundle that this code is from (`src/load.js`): a thread runs the same code, whatever was edited since. */
const BUNDLE = /^.*\/\.galley\/code\/[0-9a-f-]+\//.exec(import.meta.url)?.[0];

/**
 * Starts a second thread. It does not keep the process alive.
 *
 * @param entry the file that answers its messages, one of those in `src/load.js`
 */
export function startThread(entry: string, data: object = {}): Worker {
  const thread = new Worker(join(ROOT, "src/io/thread.js"), {
    workerData: { ...data, entry, bundle: BUNDLE },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  thread.unref();
  return thread;
}
