import { relative } from "node:path";
import { HERE } from "./root.ts";

/** Colour only on a terminal, and not where somebody asked for none (no-color.org). */
export const hasColour = (): boolean => (process.stdout.isTTY ? !process.env["NO_COLOR"] : false);

/** A path as one would type it: from the working folder, where that is not the longer way. */
export function shortest(path: string): string {
  const way = relative(HERE, path);
  return way.startsWith("..") && way.length > path.length ? path : way || ".";
}
