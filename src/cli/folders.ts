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

export const siteHelp = (
  output: string,
  quiet: string,
): string => `  --input=DIR            read DIR in place of content/
  --output=DIR           ${output}
  --pathprefix=/blog/    replace the path of the settings' url, for this run
  --as-of=YYYY-MM-DD     the day that counts as today; later essays are held back
  --quiet                ${quiet}`;

/** Options that `new` and `import` share. */
export const writingOptions = {
  input: siteOptions.input,
  "as-of": siteOptions["as-of"],
} as const;

export const writingHelp = `  --input=DIR            write into DIR in place of content/
  --as-of=YYYY-MM-DD     the day that counts as today`;

/** Content and output folder, absolute; relative ones start at the working folder. */
export function foldersIn({ input, output }: Values): { content: string; output: string } {
  const content = typeof input === "string" ? existing(input) : DEFAULT_CONTENT;
  if (output === "") throw new UsageError("--output= needs the name of a folder.");
  return { content, output: typeof output === "string" ? resolve(output) : DEFAULT_OUTPUT };
}

function existing(given: string): string {
  const folder = resolve(given);
  if (given === "") throw new UsageError("--input= needs the name of a folder.");
  if (!existsSync(folder)) throw new UsageError(`--input=${given}: there is no such folder.`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`--input=${given}: this is no folder.`);
  if (folder === ROOT)
    throw new UsageError(
      "--input is the folder of the site itself; name the folder with the essays.",
    );
  return folder;
}

/** The path prefix, where one is given. */
export function prefixIn({ pathprefix }: Values): string | undefined {
  if (typeof pathprefix !== "string") return undefined;
  if (!/[?#\s]|:\/\//.test(pathprefix)) return pathprefix;
  throw new UsageError(`--pathprefix takes a path such as /blog/, not "${pathprefix}".`);
}

/** The day that counts as today, where one is given. */
export const asOfIn = ({ "as-of": asOf }: Values): string | undefined => dayIn("--as-of", asOf);

/** The day that an option gives, where it is given. */
export function dayIn(option: string, given: Values[string]): string | undefined {
  if (typeof given !== "string" || isDay(given)) return given as string | undefined;
  throw new UsageError(`${option} takes a day that exists, as YYYY-MM-DD, not "${given}".`);
}

/** As Eleventy takes it: from the site's folder, which is its working folder. */
export const forEleventy = (folder: string): string => {
  const way = relative(ROOT, folder);
  return way.startsWith("..") ? folder : way || ".";
};
