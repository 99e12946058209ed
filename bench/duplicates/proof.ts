import { writeFile } from "node:fs/promises";
import { inputsOf } from "../../src/build/inputs.ts";
import { memoryIn } from "../../src/build/memory.ts";
import type { BuildOptions } from "../../src/build/options.ts";
import { proof } from "../../src/build/proof.ts";
import { readSite } from "../../src/build/read-site.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { proseSkips } from "../../src/essays/skips.ts";
import { textOf } from "../../src/essays/text.ts";
import { oldestFirst } from "../../src/site/order.ts";
import type { Finding } from "./score.ts";
import type { StoredProse } from "./stored.ts";

/** What Galley makes of a folder of essays. */
export interface Proofed {
  readonly findings: readonly Finding[];
  /** What the detector got to read, in order of time. */
  readonly proses: readonly StoredProse[];
}

/** Proofs a content folder as `galley check` does: Markdown, allowances, signatures and all. */
export async function proofed(content: string, scratch: string): Promise<Proofed> {
  const options: BuildOptions = { content, output: scratch, mode: "build" };
  const read = await readSite(await inputsOf(options), options, memoryIn(scratch, "bench"));
  const { report } = proof(read, {});
  return {
    findings: report.diagnostics.flatMap(findingOf),
    proses: oldestFirst(read.site.essays).map((essay) => ({
      file: essay.source.file,
      skip: proseSkips(textOf(essay), essay.manuscript),
    })),
  };
}

function findingOf({ code, file, span, related = [] }: Diagnostic): readonly Finding[] {
  if (code !== "duplicate-passage" && code !== "shared-text") return [];
  return [{ code, flagged: { file, span }, related }];
}

/** Writes down what the detector reads, for the processes that are timed. */
export const storeProses = (path: string, proses: readonly StoredProse[]): Promise<void> =>
  writeFile(path, JSON.stringify(proses));
