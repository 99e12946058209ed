import { parentPort, workerData } from "node:worker_threads";
import { findingsOf } from "./work.ts";
import type { Work } from "./work.ts";

for (const found of findingsOf(workerData as Work)) parentPort!.postMessage(found);
