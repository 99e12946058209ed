const LONGEST_SHOWN = 40;

/** A value for a message: texts in quotes, long ones cut, collections named and not spelled out. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string") return value === "" ? "empty" : `"${cut(value)}"`;
  if (typeof value === "number" || typeof value === "boolean")
    return `the ${typeof value} ${value}`;
  return "a mapping";
}

function cut(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  const characters = Array.from(line);
  return characters.length <= LONGEST_SHOWN
    ? line
    : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}
