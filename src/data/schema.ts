import type * as v from "valibot";

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** What a schema of a mapping says about it. */
export interface MappingSchema {
  /** The schemas of its keys; undefined where it takes any key. */
  readonly entries: Entries | undefined;
  /** What is expected, in words. */
  readonly message: string;
}

/** The schema of a mapping, optional or not; undefined where the schema is of something else. */
export function mappingSchema(schema: v.GenericSchema): MappingSchema | undefined {
  const { wrapped, entries, type, message } = schema as Partial<MappingSchema> & {
    readonly wrapped?: v.GenericSchema;
    readonly type: string;
  };
  if (wrapped) return mappingSchema(wrapped);
  if (type !== "object" && type !== "record") return undefined;
  return { entries, message: message ?? "a mapping" };
}

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
