import * as v from "valibot";

/** What JSON Schema can check of a value where valibot's checks are code; editors underline by it. */
export interface Keywords {
  readonly pattern?: string;
  readonly examples?: readonly (string | number)[];
}

/** A schema with what an editor shows of its key. Descriptions are for `schemas/`; nothing else reads them. */
export const told = <S extends v.GenericSchema>(
  schema: S,
  description: string,
  keywords: Keywords = {},
) =>
  v.pipe(
    schema,
    v.description<v.InferOutput<S>, string>(description),
    v.metadata<v.InferOutput<S>, Record<string, unknown>>({ ...keywords }),
  );

/** Something in it besides white space. */
export const FILLED = String.raw`\S`;
