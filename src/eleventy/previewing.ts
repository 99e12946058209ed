import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { BuildOptions } from "../build/options.ts";
import { inputsNow } from "../build/inputs.ts";
import { STATE } from "../io/output/folder.ts";
import { PUBLIC, ROOT } from "../io/root.ts";
import { screen } from "./screen.ts";
import { press, type Press } from "./press.ts";
import { takeTurn } from "./turn.ts";
import type { Steps, UserConfig } from "./types.ts";

/**
 * Touched to ask Eleventy for a build with freshly loaded code. Eleventy forgets that layouts or src were edited when
 * something else was saved in the same moment, or while a build was running.
 */
const BELL = join(STATE, "reload");

/** How long a file has to lie still to count as saved; Eleventy's own 150 ms are half of an edit's way to the page. */
const SETTLED = { stabilityThreshold: 20, pollInterval: 10 };

/** What `src/load.js` says of the code that runs. */
export interface LoadedCode {
  /** Whether src or layouts were edited since they were loaded. */
  isOutdated(): boolean;
  /** Why the newest code could not be loaded. */
  readonly failure?: unknown;
}

/** A preview for the writer: what is wrong is shown over the last good pages, and nothing is thrown. */
export function previewing(config: UserConfig, options: BuildOptions, code: LoadedCode): Steps {
  const made = press(options);
  /** Edited while it was loaded: what it renders is not what its fingerprint says. */
  const isMixed = code.isOutdated();
  /** What the last build saw of the writer's files. */
  let seen = "";
  let begun: Press | undefined;
  let passOn = (): void => {};

  async function giveUp(): Promise<void> {
    begun = undefined;
    await made.abandon();
    passOn();
  }

  /** Runs a step; where it fails, the failure is shown and the build given up. */
  async function attempt<T>(step: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      screen.fail(error);
      await giveUp();
      return undefined;
    }
  }

  /** Watchers pass over what is saved twice in a moment: a look at the files themselves finds it. */
  function lookAgain(): void {
    if (isMixed || code.isOutdated() || (seen !== "" && inputsNow(options) !== seen)) ring();
  }

  watch(config, options.content);
  screen.output = options.output;
  screen.prefix = options.prefix ?? "/";
  config.setServerOptions({ middleware: [screen.middleware] });
  config.on("eleventy.reset", giveUp);
  config.on("eleventy.afterwatch", () => soon(lookAgain));

  return {
    async begin() {
      if (isMixed) return [];
      if (begun) await giveUp();
      passOn = await takeTurn();
      const answer = await attempt(() => {
        if (code.failure !== undefined) throw code.failure;
        return made.begin();
      });
      if (!answer) return [];
      seen = answer.inputs;
      screen.report(answer.report, options.content);
      if (answer.kind === "begun") {
        begun = made;
        return answer.batches;
      }
      await giveUp();
      return [];
    },
    async print(batch) {
      await attempt(() => begun?.print(batch));
    },
    async finish() {
      // When a configuration was loaded anew while a build was running, Eleventy tells this one of that build's end.
      if (!begun?.isComplete()) return;
      begun = undefined;
      const outcome = await attempt(() => made.finish());
      if (outcome) screen.built(outcome);
      passOn();
    },
  };
}

/** Long enough for the watcher to come by itself, too short for a writer to wonder. */
const SOON_MS = 200;
let timer: NodeJS.Timeout | undefined;

/** Once, however often it is asked for meanwhile. */
function soon(look: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(look, SOON_MS);
}

function watch(config: UserConfig, content: string): void {
  const fromHere = (path: string): string => relative(process.cwd(), path);
  if (!existsSync(BELL)) ring();
  for (const path of [content, PUBLIC]) config.addWatchTarget(fromHere(path));
  for (const path of [join(ROOT, "src"), join(ROOT, "layouts"), BELL]) {
    config.addWatchTarget(fromHere(path), { resetConfig: true });
  }
  config.setChokidarConfig({ awaitWriteFinish: SETTLED });
  config.setWatchThrottleWaitTime(0);
}

function ring(): void {
  mkdirSync(dirname(BELL), { recursive: true });
  writeFileSync(BELL, String(process.hrtime.bigint()));
}
