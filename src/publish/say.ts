import { writeSync } from "node:fs";
import { visible, wrapped } from "../diagnostics/visible.ts";

/** Columns that are left of a terminal of 80 where git puts `remote: ` before each line. */
export const WIDTH = 72;

/**
 * Says a line to whoever pushes, at once. Where nobody listens any more the work goes on: what was accepted is
 * published.
 */
export function say(line = ""): void {
  try {
    writeSync(process.stderr.fd, `${line}\n`);
  } catch {
    // The client is gone.
  }
}

/** Says a text in lines that fit. What is indented is to be copied, and stays whole. */
export function sayText(text: string): void {
  for (const line of text.split("\n").map(visible)) {
    for (const row of line.startsWith(" ") ? [line] : wrapped(line, WIDTH)) say(row);
  }
}

/** A list that nobody has to scroll through: the first ones, and how many more there are. */
export function bounded(lines: readonly string[], most: number): readonly string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `and ${rest} more`] : lines;
}
