import type Eleventy from "@11ty/eleventy";
import { ROOT } from "../io/root.ts";
import { forEleventy } from "./folders.ts";

interface Places {
  readonly content?: string;
  readonly output?: string;
  readonly prefix?: string;
}

/**
 * Eleventy, set up as its own command line would do it, but silent: Galley's configuration says what there is to say.
 * Only what was given is handed on, since Eleventy's own defaults tell the configuration that nothing was.
 */
export async function eleventyFor(runMode: "build" | "serve", places: Places): Promise<Eleventy> {
  process.chdir(ROOT);
  const { default: Site } = await import("@11ty/eleventy");
  const { content, output, prefix } = places;
  const site = new Site(content && forEleventy(content), output && forEleventy(output), {
    source: "cli",
    runMode,
    quietMode: true,
    ...(prefix !== undefined && { pathPrefix: prefix }),
  });
  await site.init();
  site.disableLogger();
  return site;
}
