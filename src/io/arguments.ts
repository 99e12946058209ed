import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { HERE } from "./root.ts";

/**
 * Options of the command line that Eleventy's configuration does not hand on. They are called the same in `galley build`
 * and in `npx @11ty/eleventy`.
 */
export interface Given {
  readonly prefix?: string;
  readonly asOf?: string;
  /** Where the report is written as JSON. */
  readonly report?: string;
  readonly quiet: boolean;
}

export function givenOptions(argv: readonly string[] = process.argv.slice(2)): Given {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      pathprefix: { type: "string" },
      "as-of": { type: "string" },
      report: { type: "string" },
      quiet: { type: "boolean" },
    },
  });
  const { pathprefix, "as-of": asOf, report, quiet } = values;
  return {
    ...(typeof pathprefix === "string" && { prefix: pathprefix }),
    ...(typeof asOf === "string" && { asOf }),
    ...(typeof report === "string" && { report: resolve(HERE, report) }),
    quiet: quiet === true,
  };
}
