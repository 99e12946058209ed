import { relative } from "node:path";
import { HERE } from "./root.ts";

/** Colour only on a terminal, and not where somebody asked for none (no-color.org). */
const hasColour = (): boolean => (process.stdout.isTTY ? !process.env["NO_COLOR"] : false);

/** How a report is shown on standard output. */
export const appearance = (): { readonly colour: boolean; readonly width?: number } => ({
  colour: hasColour(),
  // Some terminals say 0: that they don't know.
  ...(process.stdout.isTTY && process.stdout.columns > 0 && { width: process.stdout.columns }),
});

/** A path as one would type it: from the working folder, where that is not the longer way. */
export function shortest(path: string): string {
  const way = relative(HERE, path);
  return way.startsWith("..") && way.length > path.length ? path : way || ".";
}
