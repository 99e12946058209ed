import type * as v from "valibot";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import type { Span } from "../text/span.ts";
import { isMapping, mappingSchema } from "./schema.ts";
import { shown } from "./shown.ts";
import type { Path, Tree } from "./tree.ts";

/** Keys that the schema does not know, at every level, as `unknown-key` warnings. */
export function unknownKeys(
  value: unknown,
  schema: v.GenericSchema,
  tree: Tree,
  name: string,
  path: Path = [],
): readonly Finding[] {
  const entries = mappingSchema(schema)?.entries;
  if (entries === undefined || !isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    if (Object.hasOwn(entries, key)) return unknownKeys(inner, entries[key]!, tree, name, here);
    return [unknownKey(key, Object.keys(entries), name, tree.keySpanOf(here))];
  });
}

function unknownKey(
  key: string,
  known: readonly string[],
  name: string,
  span: Span = { start: 0, end: 0 },
): Finding {
  const meant = nearest(key, known);
  const keys = known.map((word) => `\`${word}\``).join(", ");
  return {
    code: "unknown-key",
    severity: "warning",
    message: `${shown(key)} is no key of ${name}`,
    help: meant
      ? `It has no effect. Did you mean \`${meant}\`?`
      : `It has no effect. The keys are ${keys}.`,
    span,
    ...(meant ? { data: { nearest: meant } } : {}),
  };
}
