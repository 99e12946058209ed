import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { essaySchema, pageSchema } from "../src/essays/front-matter.ts";
import { settingsSchema } from "../src/settings/schema.ts";

/** As much of JSON Schema (draft-07, which editors know best) as ours use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $defs?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

const sources: Readonly<Record<string, readonly [schema: GenericSchema, title: string]>> = {
  site: [settingsSchema, "Galley: content/site.yaml"],
  essay: [essaySchema, "Galley: the front matter of an essay"],
  page: [pageSchema, "Galley: the front matter of a page"],
};

/** Checks that are code, or that change a value, have their pattern beside them (`told`). */
const IN_CODE = ["check", "finite", "regex", "to_lower_case", "trim"];

/** The JSON Schemas for editors, by the names of their files, made of the schemas that Galley itself reads by. */
export const schemaFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(sources).map(([name, [schema, title]]) => {
      // Lazy schemas are defined once more, by the name of a number, and nothing refers to them.
      const { $schema, $defs: _defs, ...rest } = jsonSchemaOf(schema);
      const whole = { $schema, title, ...forWriters(rest) };
      return [`${name}.schema.json`, `${JSON.stringify(whole, null, 2)}\n`];
    }),
  );

const jsonSchemaOf = (schema: GenericSchema): JsonSchema =>
  toJsonSchema(schema, {
    ignoreActions: IN_CODE,
    // A lazy schema answers by what is given: one value, or a list of them.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === "lazy" ? eitherOf(valibotSchema) : undefined,
  }) as JsonSchema;

function eitherOf(schema: object): object {
  const { getter } = schema as { readonly getter: (given: unknown) => GenericSchema };
  const anyOf = ["", []].map((given) => jsonSchemaOf(getter(given)));
  return { anyOf: anyOf.map(({ $schema: _schema, ...rest }) => rest) };
}

/**
 * A mapping as writers write it: a key with nothing behind it is not given, and one that Galley does not know is
 * underlined, as it is a warning.
 */
function forWriters(schema: JsonSchema): JsonSchema {
  const { properties, required: _required, ...rest } = schema;
  if (!properties) return schema;
  const keys = Object.entries(properties).map(([key, value]) => [
    key,
    orNothing(forWriters(value)),
  ]);
  return { ...rest, properties: Object.fromEntries(keys), additionalProperties: false };
}

function orNothing(schema: JsonSchema): JsonSchema {
  const { type, anyOf, enum: values, ...rest } = schema;
  if (values) return { ...rest, enum: [...values, null] };
  if (anyOf) return { ...rest, anyOf: [...anyOf, { type: "null" }] };
  return { ...rest, type: [type as string, "null"] };
}
