import { errorsOf } from "../diagnostics/diagnostic.ts";
import type { BuildOptions } from "../build/options.ts";
import { reporters } from "../diagnostics/index.ts";
import { writeWhole } from "../io/files.ts";
import { Refusal } from "../io/refusal.ts";
import { press } from "./press.ts";
import { sayBuilt, sayRefused } from "./terminal.ts";
import type { Steps } from "./types.ts";

/** How a build tells what it came to. */
interface Telling {
  readonly isQuiet: boolean;
  /** A file for the report as JSON, whether the site is written or refused. */
  readonly reportFile: string | undefined;
}

/** A build for readers: errors stop it before anything is written. */
export function building(options: BuildOptions, { isQuiet, reportFile }: Telling): Steps {
  const { begin, print, finish, abandon } = press(options);
  process.once("exit", () => void abandon());
  return {
    async begin() {
      const started = await begin();
      if (reportFile !== undefined) writeWhole(reportFile, reporters.json(started.report));
      if (started.kind === "begun") return started.batches;
      sayRefused(isQuiet ? errorsOf(started.report) : started.report, options.content);
      throw new Refusal("Nothing was written.");
    },
    print,
    async finish() {
      sayBuilt(await finish(), options.content, isQuiet);
    },
  };
}
