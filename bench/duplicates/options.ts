import { assertFolder, positive, readOptions } from "../arguments.ts";
import { essaysFor } from "../planted/corpus.ts";
import { UsageError } from "../usage.ts";

/** What the user chose of `bench -- duplicates`. */
export interface DuplicatesOptions {
  readonly essays: number;
  /** Planted copies of each kind. */
  readonly copies: number;
  readonly runs: number;
  readonly edit: boolean;
  readonly tmp?: string;
  readonly keep: boolean;
}

const DEFAULT_ESSAYS = 10_000;
const MOST_COPIES = 100;
const DEFAULT_RUNS = 5;
/** Differences of a tenth of a second need more. */
const DEFAULT_EDIT_RUNS = 11;

export const DUPLICATES_HELP = `Usage: npm run bench -- duplicates [options]

Makes a corpus of invented essays with planted copies, and says which kinds are found, what is flagged in vain, and
what the detector costs beside splitting the same words, and beside "sim_text -r 12" where that is installed.
The result goes to stdout, progress to stderr. docs/benchmarks.md says what is measured.

  --essays N   essays of about 650 words (default ${DEFAULT_ESSAYS})
  --copies N   planted copies of each kind (default ${MOST_COPIES}, or as many as the essays have room for)
  --runs N     timed runs after one that warms up (default ${DEFAULT_RUNS}; ${DEFAULT_EDIT_RUNS} with --edit)
  --edit       only "npm run build" after an edit of one essay, with the check beside without
  --tmp DIR    make the temporary folder in DIR (default: on a RAM disk with room, else where the system has it)
  --keep       leave the temporary folder in place
  --help       show this
`;

/** Reads the arguments behind `duplicates`; "help" where that was asked for. Throws a `UsageError`. */
export function parseDuplicatesOptions(args: readonly string[]): DuplicatesOptions | "help" {
  const values = readOptions(args, OPTIONS, DUPLICATES_HELP);
  if (values.help) return "help";
  const { edit, keep, tmp } = values;
  if (tmp !== undefined) assertFolder("--tmp", tmp, DUPLICATES_HELP);
  const count = (option: "essays" | "copies" | "runs", fallback: number): number =>
    positive(`--${option}`, values[option], fallback, DUPLICATES_HELP);
  const essays = count("essays", DEFAULT_ESSAYS);
  const room = Math.floor(essays / essaysFor(1));
  const copies = count("copies", Math.min(MOST_COPIES, Math.max(1, room)));
  if (copies > room) {
    const message = `${copies} copies of each kind need ${essaysFor(copies)} essays, and there are ${essays}.`;
    throw new UsageError(message, DUPLICATES_HELP);
  }
  const runs = count("runs", edit ? DEFAULT_EDIT_RUNS : DEFAULT_RUNS);
  return { essays, copies, runs, edit, keep, ...(tmp === undefined ? {} : { tmp }) };
}

const OPTIONS = {
  essays: { type: "string" },
  copies: { type: "string" },
  runs: { type: "string" },
  edit: { type: "boolean", default: false },
  tmp: { type: "string" },
  keep: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;
