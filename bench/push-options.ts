import { assertFolder, positive, readOptions } from "./arguments.ts";

/** What the user chose of `bench -- push`. */
export interface PushOptions {
  readonly essays: number;
  readonly runs: number;
  /** Where to make the temporary folder. */
  readonly tmp?: string;
  readonly keep: boolean;
}

const DEFAULT_ESSAYS = 10_000;
const DEFAULT_RUNS = 5;

export const PUSH_HELP = `Usage: npm run bench -- push [options]

Makes a corpus of invented essays, a repository that "galley publish init" made, and a clone of it; times a first push of
all of them, and pushes of one edited essay: until readers see it, and until git is done.
The result goes to stdout, progress to stderr. docs/benchmarks.md says what is measured.

  --essays N   essays of about 600 words (default ${DEFAULT_ESSAYS})
  --runs N     timed pushes after one that warms up (default ${DEFAULT_RUNS})
  --tmp DIR    make the temporary folder in DIR (default: on a RAM disk with room, else where the system has it)
  --keep       leave the temporary folder in place
  --help       show this
`;

/** Reads the arguments behind `push`; "help" where that was asked for. Throws a `UsageError`. */
export function parsePushOptions(args: readonly string[]): PushOptions | "help" {
  const values = readOptions(args, OPTIONS, PUSH_HELP);
  if (values.help) return "help";
  if (values.tmp !== undefined) assertFolder("--tmp", values.tmp, PUSH_HELP);
  return {
    essays: positive("--essays", values.essays, DEFAULT_ESSAYS, PUSH_HELP),
    runs: positive("--runs", values.runs, DEFAULT_RUNS, PUSH_HELP),
    keep: values.keep,
    ...(values.tmp === undefined ? {} : { tmp: values.tmp }),
  };
}

const OPTIONS = {
  essays: { type: "string" },
  runs: { type: "string" },
  tmp: { type: "string" },
  keep: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;
