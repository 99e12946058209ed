import { constants, copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Essay, Source } from "../essays/essay.ts";
import type { essayOf } from "../essays/infer.ts";
import { NUMBERS } from "../io/cache-formats.ts";
import { openCache, type Cache } from "../io/cache.ts";
import type { KnownTexts } from "../io/content.ts";
import type { KeptTexts } from "./kept-texts.ts";
import type { Reading } from "./read-text.ts";

/** What builds into one output folder remember of each other. */
export interface Memory {
  /** The state folder, for what is kept there by others. */
  readonly state: string;
  readonly readings: Cache<Reading>;
  /** The detector's: apart from the readings, since they are all that most texts are asked for. */
  readonly sketches: Cache<Uint32Array>;
  /** What one process remembers: a preview, which builds again and again. */
  readonly texts: KnownTexts;
  kept?: KeptTexts | undefined;
  readonly essays: WeakMap<Source, Inferred>;
}

/** What was inferred from a text, and from what else. */
export interface Inferred extends ReturnType<typeof essayOf> {
  /** Settings and day, as one text. */
  readonly context: string;
  readonly manuscript: Essay["manuscript"];
}

const READINGS = "readings";
const SKETCHES = "sketches";

/** @param code fingerprint of the code that reads content: what other code read is not trusted */
export const memoryIn = (state: string, code: string): Memory => ({
  state,
  readings: openCache(join(state, READINGS), code),
  sketches: openCache(join(state, SKETCHES), code, NUMBERS),
  texts: new Map(),
  essays: new WeakMap(),
});

/** Lets builds into a new output folder know what was read for another: texts are known by their bytes, wherever they lie. */
export function lendReadings(from: string, to: string): void {
  for (const name of [READINGS, SKETCHES]) {
    const [known, unknown] = [join(from, name), join(to, name)];
    if (!existsSync(known) || existsSync(unknown)) continue;
    mkdirSync(to, { recursive: true });
    copyFileSync(known, unknown, constants.COPYFILE_FICLONE);
  }
}
