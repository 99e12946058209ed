import { parseArgs } from "node:util";

/**
 * Options of the command line that Eleventy's configuration does not hand on. They are called the same in `galley build`
 * and in `npx @11ty/eleventy`.
 */
export interface Given {
  readonly prefix?: string;
  readonly asOf?: string;
  readonly quiet: boolean;
}

export function givenOptions(argv: readonly string[] = process.argv.slice(2)): Given {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      pathprefix: { type: "string" },
      "as-of": { type: "string" },
      quiet: { type: "boolean" },
    },
  });
  const { pathprefix, "as-of": asOf, quiet } = values;
  return {
    ...(typeof pathprefix === "string" && { prefix: pathprefix }),
    ...(typeof asOf === "string" && { asOf }),
    quiet: quiet === true,
  };
}
