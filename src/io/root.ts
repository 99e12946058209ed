import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The folder of the site: the nearest one above this code, as written or bundled, that has `.eleventy.js`. */
export const ROOT = rootAbove(import.meta.dirname);

/** Where the command was given: Eleventy is run in the site's folder. */
export const HERE = process.cwd();

function rootAbove(folder: string): string {
  return existsSync(join(folder, ".eleventy.js")) ? folder : rootAbove(dirname(folder));
}

/** What Eleventy is configured by. */
export const CONFIGURATION = join(ROOT, ".eleventy.js");
export const DEFAULT_CONTENT = join(ROOT, "content");
export const DEFAULT_OUTPUT = join(ROOT, "_site");

/** What is copied as it is. A server that publishes what was pushed to it has it elsewhere, and says so. */
export const PUBLIC = process.env["GALLEY_PUBLIC"] || join(ROOT, "public");

/** Whether `inner` is `outer` or lies below it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
