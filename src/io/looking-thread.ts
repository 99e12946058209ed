import { parentPort, workerData } from "node:worker_threads";
import { seenIn } from "./look.ts";

const { content, output } = workerData as { content: string; output: string };
const seen = seenIn(content, output);
parentPort!.postMessage(seen, [seen.bytes.buffer as ArrayBuffer]);
