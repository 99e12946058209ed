import { assertFolder, readOptions } from "../arguments.ts";
import { UsageError } from "../usage.ts";

/** What the user chose of `bench -- pan`. */
export interface PanOptions {
  readonly corpus: string;
  readonly out: string;
  readonly reworked: boolean;
}

export const PAN_HELP = `Usage: npm run bench -- pan --corpus DIR --out DIR [options]

Runs the detector, as it is shipped, on each pair of a PAN text-alignment corpus, writes what it finds in PAN's
XML, and prints precision, recall, granularity and plagdet where the corpus states what is copied.
The result goes to stdout, progress to stderr. docs/benchmarks.md says what is measured.

  --corpus DIR  a folder with a file "pairs", or with folders 01-… that have one; the documents are in "susp" and
                "src" in the same folder or beside it
  --out DIR     where to write the XML, in the corpus's folders; made where it is not there
  --reworked    look for reworked passages too, as "duplicates: { reworked: true }" in the settings does
  --help        show this
`;

/** Reads the arguments behind `pan`; "help" where that was asked for. Throws a `UsageError`. */
export function parsePanOptions(args: readonly string[]): PanOptions | "help" {
  const { corpus, out, reworked, help } = readOptions(
    args,
    {
      corpus: { type: "string" },
      out: { type: "string" },
      reworked: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
    PAN_HELP,
  );
  if (help) return "help";
  if (corpus === undefined) throw new UsageError("Which corpus? --corpus is missing.", PAN_HELP);
  if (out === undefined) throw new UsageError("Where to? --out is missing.", PAN_HELP);
  assertFolder("--corpus", corpus, PAN_HELP);
  return { corpus, out, reworked };
}
