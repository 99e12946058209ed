import { join } from "node:path";
import { openCache, type Cache } from "../io/cache.ts";
import type { Reading } from "./read-text.ts";

/** What builds into one output folder remember of each other. */
export interface Memory {
  /** The state folder, for what is kept there by others. */
  readonly state: string;
  readonly readings: Cache<Reading>;
}

/** @param code fingerprint of the code that reads content: what other code read is not trusted */
export const memoryIn = (state: string, code: string): Memory => ({
  state,
  readings: openCache(join(state, "readings"), code),
});
