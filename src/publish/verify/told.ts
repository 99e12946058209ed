import { counted } from "../../diagnostics/summary.ts";
import { visible } from "../../diagnostics/visible.ts";
import type { Difference } from "./difference.ts";

/** Of the longest word for a difference. */
const WIDTH = "unreadable".length;

/**
 * One line for each file that is not what the record says.
 *
 * @param most how many lines; the last one then says how many more there are
 */
export function toldDifferences(
  differences: readonly Difference[],
  most: number,
): readonly string[] {
  const lines = differences.slice(0, most).map(lineOf);
  const rest = differences.length - lines.length;
  return rest > 0 ? [...lines, `and ${counted(rest, "file")} more: --all names them`] : lines;
}

function lineOf({ kind, path, why }: Difference): string {
  const reason = why === undefined ? "" : ` (${visible(why)})`;
  return `${kind.padEnd(WIDTH)}  ${visible(path)}${reason}`;
}
