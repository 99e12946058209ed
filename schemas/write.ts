/** Writes the JSON Schemas for editors anew, after an edit of the schemas in the code: `npm run schemas`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "./generate.ts";

for (const [name, text] of Object.entries(schemaFiles())) {
  writeFileSync(join(import.meta.dirname, name), text);
}
