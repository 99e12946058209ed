import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CONFIGURATION, ROOT } from "../io/root.ts";
import { bells, rebuilding } from "../eleventy/rebuilding.ts";
import { screen } from "../eleventy/screen.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { eleventyFor } from "./eleventy.ts";
import { asOfIn, prefixIn } from "./folders.ts";

export const command: Command = {
  summary: "preview the site at http://localhost:8080 while you write",
  help: `Usage: npm start -- [options]

  --port=8080            the port to serve at; the next free one if it is taken
  --pathprefix=/blog/    serve below this path
  --as-of=YYYY-MM-DD     the day that counts as today

Rebuilds and reloads on every edit of content, layouts, src and public. Drafts and essays of the future are shown,
marked as such. The preview is kept apart from the site: _site is not touched.`,
  options: {
    port: { type: "string" },
    pathprefix: { type: "string" },
    "as-of": { type: "string" },
  },

  async run(values) {
    const prefix = prefixIn(values);
    const port = portIn(values["port"]);
    asOfIn(values);
    const places = prefix === undefined ? {} : { prefix };
    rebuilding.isCalled = true;
    // Asked again until Eleventy can be called.
    rebuilding.ring = () => {};
    const site = await eleventyFor("serve", places);
    // A configuration that cannot be loaded is known to Eleventy alone.
    site.errorHandler.error = (error) => {
      screen.fail(error);
      rebuilding.failed();
    };
    const rebuild = await site.watch();
    // Its configuration is a file that Eleventy imports anew only when it is told of just that one.
    const files = { build: bells.build, reload: CONFIGURATION };
    rebuilding.ring = (bell) => void rebuild(relative(ROOT, files[bell]));
    await site.serve(port);
    await ended();
    // Connections that browsers keep open, and a build that is running, are not waited for.
    await Promise.race([site.stopWatch(), sleep(LAST_WORDS_MS)]);
    process.exit(exits.fine);
  },
};

const LAST_WORDS_MS = 500;

function portIn(port: string | boolean | undefined): number | undefined {
  if (port === undefined) return undefined;
  const number = Number(port);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new UsageError(`--port=${port}: a port is a number from 1 to 65535.`);
}

const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
