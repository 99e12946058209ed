import { assertFolder, positive, readOptions } from "./arguments.ts";
import type { Extras } from "./corpus/corpus.ts";

/** What the user chose of `bench -- build`. */
export interface BuildOptions {
  readonly essays: number;
  readonly runs: number;
  readonly scale: boolean;
  /** What Galley alone makes: where there is any, its builds are timed with it and without. */
  readonly extras: Extras;
  /** Where to make the temporary folder. */
  readonly tmp?: string;
  readonly keep: boolean;
}

const DEFAULT_ESSAYS = 10_000;

/** Enough for a median that one slow run does not move. */
const DEFAULT_RUNS = 5;

export const BUILD_HELP = `Usage: npm run bench -- build [options]

Makes a corpus of invented essays and times Galley's builds of it, beside Hugo where "hugo" is installed and
Eleventy alone: clean build, nothing changed, one essay changed, and an edit under "galley start".
The result goes to stdout, progress to stderr. docs/benchmarks.md says what is measured.

  --essays N   essays of about 600 words (default ${DEFAULT_ESSAYS})
  --runs N     timed runs after one that warms up (default ${DEFAULT_RUNS})
  --scale      only Galley's clean build, of N essays beside twice as many
  --search     only Galley's builds, with the search index beside without
  --share      only Galley's builds, with share pictures beside without
  --images     only Galley's builds, with a picture in every tenth essay beside without
  --tmp DIR    make the temporary folder in DIR (default: on a RAM disk with room, else where the system has it)
  --keep       leave the temporary folder in place
  --help       show this
`;

/** Reads the arguments behind `build`; "help" where that was asked for. Throws a `UsageError`. */
export function parseBuildOptions(args: readonly string[]): BuildOptions | "help" {
  const values = readOptions(args, OPTIONS, BUILD_HELP);
  if (values.help) return "help";
  if (values.tmp !== undefined) assertFolder("--tmp", values.tmp, BUILD_HELP);
  return {
    essays: positive("--essays", values.essays, DEFAULT_ESSAYS, BUILD_HELP),
    runs: positive("--runs", values.runs, DEFAULT_RUNS, BUILD_HELP),
    scale: values.scale,
    extras: { search: values.search, share: values.share, images: values.images },
    keep: values.keep,
    ...(values.tmp === undefined ? {} : { tmp: values.tmp }),
  };
}

const OPTIONS = {
  essays: { type: "string" },
  runs: { type: "string" },
  scale: { type: "boolean", default: false },
  search: { type: "boolean", default: false },
  share: { type: "boolean", default: false },
  images: { type: "boolean", default: false },
  tmp: { type: "string" },
  keep: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;
