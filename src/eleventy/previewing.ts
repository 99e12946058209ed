import { join, relative } from "node:path";
import type { BuildOptions } from "../build/options.ts";
import { CONFIGURATION, PUBLIC, ROOT } from "../io/root.ts";
import { finding } from "./finding.ts";
import { press, type Press } from "./press.ts";
import { bells, rebuilding } from "./rebuilding.ts";
import { screen } from "./screen.ts";
import { takeTurn } from "./turn.ts";
import type { Steps, UserConfig } from "./types.ts";

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

  watch(config, options.content);
  rebuilding.loaded(code.isOutdated);
  screen.output = options.output;
  screen.prefix = options.prefix ?? "/";
  finding.search = made.search;
  // The same ones each time: with others Eleventy would close the server and open a new one.
  config.setServerOptions({
    middleware: [screen.middleware, finding.middleware],
    messageOnStart: screen.messageOnStart,
  });
  config.on("eleventy.reset", giveUp);

  return {
    async begin() {
      rebuilding.begun();
      if (begun) await giveUp();
      passOn = await takeTurn();
      const answer = await attempt(() => {
        if (code.failure !== undefined) throw code.failure;
        return made.begin();
      });
      if (!answer) return [];
      screen.report(answer.report, options.content, answer.published);
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
      if (begun?.isComplete()) {
        begun = undefined;
        const outcome = await attempt(() => made.finish());
        if (outcome) screen.built(outcome);
        finding.forget();
        passOn();
      }
      rebuilding.built();
    },
  };
}

/** Galley watches what the writer edits; Eleventy, the bells. */
function watch(config: UserConfig, content: string): void {
  rebuilding.watch([content, PUBLIC, join(ROOT, "layouts"), join(ROOT, "src"), CONFIGURATION]);
  const fromHere = (path: string): string => relative(process.cwd(), path);
  // An edit of its configuration that comes during a build Eleventy takes for one of a template.
  if (rebuilding.isCalled) config.watchIgnores.add(fromHere(CONFIGURATION));
  config.addWatchTarget(fromHere(bells.build));
  config.addWatchTarget(fromHere(bells.reload), { resetConfig: true });
  config.setChokidarConfig({ awaitWriteFinish: false });
  config.setWatchThrottleWaitTime(0);
  config.on("eleventy.beforeWatch", () => rebuilding.heard());
  config.on("eleventy.afterwatch", () => rebuilding.ended());
}
