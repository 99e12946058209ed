import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const ajv = new Ajv({ schemaId: "auto", allErrors: true, meta: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json") as object);
const validate = ajv.compile(
  require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object,
);

/** What the published schema of SARIF 2.1.0 has against a log. */
export const faultsOf = (log: unknown): readonly string[] =>
  validate(log)
    ? []
    : validate.errors!.map(({ dataPath, message }) => `${dataPath} ${message ?? ""}`);
