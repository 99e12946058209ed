import { workerData } from "node:worker_threads";
import { load } from "../load.js";

const { entry, bundle } = workerData;
process.setSourceMapsEnabled(true);
await (bundle ? import(bundle + entry.replace(/\.ts$/, ".js")) : load(entry));
