import { workerData } from "node:worker_threads";
import { load } from "../load.js";

await load(workerData.entry);
