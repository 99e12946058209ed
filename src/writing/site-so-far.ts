import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReadSettings } from "../settings/read.ts";
import type { Settings } from "../settings/settings.ts";
import { asOfDay } from "../build/as-of.ts";
import { inputsOf, type Inputs } from "../build/inputs.ts";
import { memoryIn, type Memory } from "../build/memory.ts";
import type { BuildOptions } from "../build/options.ts";
import { readSite, settingsIn, type ReadSite } from "../build/read-site.ts";
import { codeFingerprint } from "../io/code.ts";
import { stateOf } from "../io/output/folder.ts";
import { Refusal } from "../io/refusal.ts";
import { DEFAULT_CONTENT, DEFAULT_OUTPUT } from "../io/root.ts";

/** What a new essay comes into: the site as the preview shows it, drafts and essays of the future included. */
export interface SiteSoFar {
  readonly options: BuildOptions;
  readonly inputs: Inputs;
  readonly memory: Memory;
  readonly settings: Settings;
  readonly settingSpan: ReadSettings["spanOf"];
  /** `YYYY-MM-DD` in the site's zone. */
  readonly today: string;
  readonly read: ReadSite;
}

/** Reads a site to write into it. Nothing is written but caches. */
export async function siteSoFar(content: string, asOf: string | undefined): Promise<SiteSoFar> {
  refuseNoFolder(join(content, "essays"));
  // Only caches go by it: those of the site's own builds, and of another folder its own.
  const output = content === DEFAULT_CONTENT ? DEFAULT_OUTPUT : join(dirname(content), "_site");
  const options: BuildOptions = { content, output, mode: "preview", ...(asOf && { asOf }) };
  const memory = memoryIn(stateOf(output), codeFingerprint().reading);
  const inputs = await inputsOf(options);
  const { settings, settingSpan } = settingsIn(inputs.content, options);
  const today = asOfDay(asOf, settings.timeZone);
  const read = await readSite(inputs, options, memory);
  return { options, inputs, memory, settings, settingSpan, today, read };
}

/** A build publishes nothing from behind a symlink: an essay that is written there would be lost. */
function refuseNoFolder(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return;
  const what = found.isSymbolicLink() ? "a symlink" : "no folder";
  throw new Refusal(`${path} is ${what}: no build would read an essay in it. Nothing was written.`);
}

/** Who has the address of an essay already: a file, or a page in words; undefined where it is free. */
export function holderOf({ pages, assets }: ReadSite, slug: string): string | undefined {
  const wanted = folded(`essays/${slug}/index.html`);
  const holder = [...pages, ...assets.copies].find(({ path }) => folded(path) === wanted);
  return holder && (holder.file ?? holder.what);
}

/** As conflicts of outputs are told: file systems differ in case and composition. */
const folded = (path: string): string => path.normalize("NFC").toLowerCase();
