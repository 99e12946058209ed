import type { JsonSchema } from "../../schemas/generate.ts";

/** Whether a value is as a JSON Schema says; of its keywords, those that ours use. A keyword that is not known here throws. */
export function isValid(value: unknown, schema: JsonSchema): boolean {
  return Object.entries(schema).every(([keyword, given]) => {
    const check = keywords[keyword];
    if (!check) throw new Error(`the keyword ${keyword} is not known here`);
    return check(value, given as never, schema);
  });
}

type Check = (value: unknown, given: never, schema: JsonSchema) => boolean;

const told: Check = () => true;

const keywords: Readonly<Record<string, Check>> = {
  $schema: told,
  title: told,
  description: told,
  examples: told,
  type: (value, types: string | readonly string[]) =>
    [types].flat().some((type) => isOf(value, type)),
  enum: (value, values: readonly unknown[]) => values.includes(value),
  const: (value, wanted: unknown) => value === wanted,
  anyOf: (value, schemas: readonly JsonSchema[]) =>
    schemas.some((schema) => isValid(value, schema)),
  pattern: (value, pattern: string) =>
    typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minLength: (value, least: number) => typeof value !== "string" || value.length >= least,
  minimum: (value, least: number) => typeof value !== "number" || value >= least,
  maximum: (value, most: number) => typeof value !== "number" || value <= most,
  items: (value, schema: JsonSchema) =>
    !Array.isArray(value) || value.every((item) => isValid(item, schema)),
  properties: (value, properties: Readonly<Record<string, JsonSchema>>) =>
    !isMapping(value) ||
    Object.entries(value).every(
      ([key, inner]) => !Object.hasOwn(properties, key) || isValid(inner, properties[key]!),
    ),
  propertyNames: (value, schema: JsonSchema) =>
    !isMapping(value) || Object.keys(value).every((key) => isValid(key, schema)),
  additionalProperties: (value, allowed: boolean | JsonSchema, { properties = {} }) =>
    !isMapping(value) ||
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn(properties, key))
      .every(([, inner]) => (typeof allowed === "boolean" ? allowed : isValid(inner, allowed))),
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOf(value: unknown, type: string): boolean {
  if (type === "object") return isMapping(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}
