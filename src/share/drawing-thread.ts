import { parentPort, workerData } from "node:worker_threads";
import { partsOf, type Work } from "./draw-together.ts";

const { work } = workerData as { work: Work };
for (const part of partsOf(work)) parentPort!.postMessage(part);
