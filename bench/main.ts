import { constants } from "node:os";
import { benchBuild } from "./build.ts";
import { benchDuplicates } from "./duplicates/duplicates.ts";
import { benchPan } from "./pan/pan.ts";
import { benchPush } from "./push.ts";
import { UsageError } from "./usage.ts";

/** Each measures, prints what it found, and tidies up, also when the signal is aborted. */
const BENCHMARKS = new Map([
  ["build", { run: benchBuild, summary: "how fast Galley builds, beside its peers" }],
  ["duplicates", { run: benchDuplicates, summary: "what the detector finds, and what it costs" }],
  [
    "push",
    { run: benchPush, summary: "how long it takes from git push until readers see an essay" },
  ],
  ["pan", { run: benchPan, summary: "how well it finds what was copied in a PAN corpus" }],
]);

const HELP = `Usage: npm run bench -- BENCHMARK [options]

${[...BENCHMARKS].map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`).join("\n")}

"npm run bench -- BENCHMARK --help" explains one.
`;

/** What a shell expects of a program that was called wrongly, or ended by a signal (to be added to). */
const EXIT = { failed: 1, usage: 2, signalled: 128 } as const;

/** Returns the exit code. */
async function main([name = "", ...args]: readonly string[], signal: AbortSignal): Promise<number> {
  if (name === "--help") {
    process.stdout.write(HELP);
    return 0;
  }
  const benchmark = BENCHMARKS.get(name);
  try {
    if (!benchmark) throw unknown(name);
    await benchmark.run(args, signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return EXIT.signalled + constants.signals[signal.reason as NodeJS.Signals];
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${error.usage}`);
      return EXIT.usage;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}

function unknown(name: string): UsageError {
  return new UsageError(
    name === "" ? "Which benchmark?" : `There is no benchmark "${name}".`,
    HELP,
  );
}

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(name, () => stop.abort(name));
process.exitCode = await main(process.argv.slice(2), stop.signal);
