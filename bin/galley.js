#!/usr/bin/env node
import { dirname } from "node:path";
import { load } from "../src/load.js";

const { main } = await load("src/cli/main.ts").catch(tellWhatIsMissing);
await main(process.argv.slice(2));

/** A clone has no libraries yet: a stack would not say so to a writer. */
function tellWhatIsMissing(error) {
  if (!error.message.startsWith("Cannot find package")) throw error;
  const root = dirname(import.meta.dirname);
  console.error(`Galley's libraries are not installed here. Run npm ci in ${root}`);
  process.exit(2);
}
