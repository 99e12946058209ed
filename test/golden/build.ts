import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readPublic } from "../../src/io/public.ts";
import { PUBLIC } from "../../src/io/root.ts";
import { buildSite } from "../support/build.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";

export const CONTENT = join(import.meta.dirname, "content");
/** What the last renewal made of the content, and somebody looked at. */
export const SITE = join(import.meta.dirname, "site");

/** Later than all essays but the one that waits. */
export const AS_OF = "2026-06-30";

/** A copy of the content where git knows nothing of it: an essay without a date has none. */
export function goldenContent(scope: Scope): string {
  const content = join(temporaryFolder(scope), "content");
  cpSync(CONTENT, content, { recursive: true });
  return content;
}

/** What Pagefind adds to every index, whatever the site. */
const PROGRAMS = ["pagefind.js", "wasm.en.pagefind"];

/** Builds the golden content into a folder. What is only copied, from `public/` or from Pagefind, is left out here. */
export async function buildGolden(scope: Scope, output: string): Promise<void> {
  await buildSite(goldenContent(scope), { output, asOf: AS_OF });
  for (const { file } of readPublic(PUBLIC).files) rmSync(join(output, file));
  for (const name of PROGRAMS) rmSync(join(output, "pagefind/0", name));
}
