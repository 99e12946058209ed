import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { DEFAULT_CONTENT, DEFAULT_OUTPUT, ROOT } from "../io/root.ts";
import { isDay } from "../build/as-of.ts";
import { UsageError, type Values } from "./command.ts";

/** Options that `build` and `check` share. */
export const siteOptions = {
  input: { type: "string" },
  output: { type: "string" },
  pathprefix: { type: "string" },
  "as-of": { type: "string" },
  quiet: { type: "boolean" },
} as const;

export const siteHelp = `  --input=DIR            read DIR in place of content/
  --output=DIR           write to DIR in place of _site/
  --pathprefix=/blog/    replace the path of the settings' url, for this run
  --as-of=YYYY-MM-DD     the day that counts as today; later essays are held back
  --quiet                say nothing but what stops the work`;

/** Content and output folder, absolute; relative ones start at the working folder. */
export function foldersIn({ input, output }: Values): { content: string; output: string } {
  const content = typeof input === "string" ? existing(resolve(input)) : DEFAULT_CONTENT;
  return { content, output: typeof output === "string" ? resolve(output) : DEFAULT_OUTPUT };
}

function existing(folder: string): string {
  if (!existsSync(folder)) throw new UsageError(`--input=${folder}: there is no such folder.`);
  if (!statSync(folder).isDirectory())
    throw new UsageError(`--input=${folder}: this is no folder.`);
  if (folder === ROOT)
    throw new UsageError(
      "--input is the folder of the site itself; name the folder with the essays.",
    );
  return folder;
}

/** The day that counts as today, where one is given. */
export function asOfIn({ "as-of": asOf }: Values): string | undefined {
  if (typeof asOf !== "string" || isDay(asOf)) return asOf as string | undefined;
  throw new UsageError(`--as-of takes a day that exists, as YYYY-MM-DD, not "${asOf}".`);
}

/** As Eleventy takes it: from the site's folder, which is its working folder. */
export const forEleventy = (folder: string): string => {
  const way = relative(ROOT, folder);
  return way.startsWith("..") ? folder : way || ".";
};
