/** Rows of text as columns: the first `left` of them begin flush, the others end flush. */
export function table(rows: readonly (readonly string[])[], left: number): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    widths.map((width, column) => aligned(row[column] ?? "", width, column < left)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

function aligned(text: string, width: number, flushLeft: boolean): string {
  return flushLeft ? text.padEnd(width) : text.padStart(width);
}
