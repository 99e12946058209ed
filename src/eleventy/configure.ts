import { relative } from "node:path";
import { givenOptions } from "../io/arguments.ts";
import { building } from "./building.ts";
import { foldersOf } from "./folders.ts";
import type { Batch } from "./press.ts";
import { previewing, type LoadedCode } from "./previewing.ts";
import type { Steps, UserConfig } from "./types.ts";

/** The format of Galley's one virtual template: no file has it. */
const FORMAT = "galley";

/**
 * Hands Eleventy the stale pages. Galley writes what is rendered, all or nothing.
 */
export function configure(config: UserConfig, code: LoadedCode): Record<string, unknown> {
  const isPreview = process.env.ELEVENTY_RUN_MODE !== "build";
  const given = givenOptions();
  const { content, output, dir } = foldersOf(config, isPreview, given);
  // A preview is read at the root of the local server, wherever the site will live.
  const prefix = given.prefix ?? (isPreview ? "/" : undefined);
  const options = {
    content,
    output,
    mode: isPreview ? "preview" : "build",
    ...(prefix !== undefined && { prefix }),
    ...(given.asOf !== undefined && { asOf: given.asOf }),
  } as const;

  keepOut(config, content);
  const steps = isPreview
    ? previewing(config, options, code)
    : building(options, { isQuiet: given.quiet, reportFile: given.report });
  register(config, steps);
  return { dir, templateFormats: [FORMAT] };
}

/** Content is data: Eleventy neither looks into it nor runs anything that lies there. */
function keepOut(config: UserConfig, content: string): void {
  config.setDataFileSuffixes([]);
  config.setUseGitIgnore(false);
  // Ignores match by the way from the working folder; absolute ones do not match.
  config.ignores.add(`${relative(process.cwd(), content)}/**`);
}

/** One virtual template, paginated over batches of stale pages; its datum is asked for at every build. */
function register(config: UserConfig, { begin, print, finish }: Steps): void {
  config.addGlobalData("galley", async () => ({ batches: await begin() }));
  config.addExtension(FORMAT, {
    getData: false,
    compile: () => async (data: { readonly batch: Batch }) => {
      await print(data.batch);
      return "";
    },
    compileOptions: { permalink: false },
  });
  config.addTemplate(`stale-pages.${FORMAT}`, "", {
    pagination: { data: "galley.batches", size: 1, alias: "batch" },
    permalink: false,
    eleventyExcludeFromCollections: true,
  });
  config.on("eleventy.after", async ({ outputMode }: { readonly outputMode: string }) => {
    if (outputMode === "fs") await finish();
  });
}
