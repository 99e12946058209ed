import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { hash } from "node:crypto";
import { isWithin, PUBLIC, ROOT } from "../root.ts";
import { Refusal } from "../refusal.ts";

/**
 * Galley's own folder, beside the sources where nothing else is said: caches, manifests, previews. Never published, safe
 * to delete.
 */
export const STATE = process.env["GALLEY_STATE"] || join(ROOT, ".galley");

/** Where previews are written: `_site` never holds one. */
export const PREVIEW = join(STATE, "preview");

const sources = [
  "src",
  "layouts",
  "node_modules",
  "bin",
  "test",
  "docs",
  "bench",
  "schemas",
  ".git",
].map((name) => join(ROOT, name));

/** The folder for what Galley knows of one output folder, by its place. */
export const stateOf = (output: string): string => stateIn(STATE, output);

/** The same, in another state folder than that of this process. */
export function stateIn(state: string, output: string): string {
  const way = isWithin(output, ROOT) ? relative(ROOT, output) : output;
  return join(state, `${basename(output)}-${hash("sha1", way).slice(0, 8)}`);
}

/** The folder with all symlinks resolved, also where its last steps do not exist yet. */
export function realFolder(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realFolder(parent), basename(path));
}

/** The path itself, or the nearest one above that exists. */
export function nearestExisting(path: string): string {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

/** Refuses an output folder that is none, or holds what it is made of, or lies in it. */
export function refuseUnsafe(output: string, content: string): void {
  const real = realFolder(output);
  const above = nearestExisting(real);
  if (!statSync(above).isDirectory()) {
    const what = above === real ? "is a file" : `would lie below a file, ${above}`;
    throw new Refusal(`The output folder ${output} ${what}. Choose another one with --output.`);
  }
  const guarded = [content, PUBLIC, ...sources].map(realFolder);
  const harmed = guarded.find((folder) => isWithin(real, folder) || isWithin(folder, real));
  if (harmed === undefined && !isWithin(realFolder(ROOT), real)) return;
  const what = relative(ROOT, harmed ?? ROOT) || "the folder of the site itself";
  throw new Refusal(
    `The output folder ${output} equals, contains or lies inside ${what}. A build would mix the site with its sources: choose another folder with --output.`,
  );
}

/** Refuses a folder with files in it that no manifest of Galley's knows. */
export function refuseUnknown(output: string): void {
  if (!existsSync(output) || readdirSync(output).length === 0) return;
  throw new Refusal(
    `The output folder ${output} is not empty, and Galley does not know that it filled it: what it knows is kept in .galley. Nothing was written. Delete the folder if nothing in it is needed, or choose another one with --output.`,
  );
}
