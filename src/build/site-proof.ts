import { codeFingerprint } from "../io/code.ts";
import { stateOf } from "../io/output/folder.ts";
import { readManifest } from "../io/output/manifest.ts";
import { inputsOf } from "./inputs.ts";
import { memoryIn } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { proof, type Proofed } from "./proof.ts";
import { readSite, type ReadSite } from "./read-site.ts";
import type { Source } from "../essays/essay.ts";

/** The proof of a site that is not built. */
export interface SiteProof extends Proofed {
  readonly read: ReadSite;
  /** Proofs the same site with other texts in place of its own. */
  with(sources: readonly Source[]): Promise<Proofed>;
}

/** Proofs a site as it lies on disk. What is known of earlier builds into the output folder is used, and left as it is. */
export async function siteProof(options: BuildOptions): Promise<SiteProof> {
  const state = stateOf(options.output);
  const memory = memoryIn(state, codeFingerprint().reading);
  const published = readManifest(state)?.published ?? {};
  const inputs = await inputsOf(options);
  const read = await readSite(inputs, options, memory);
  return {
    read,
    ...proof(read, published),
    async with(sources) {
      const content = { ...inputs.content, sources };
      return proof(await readSite({ ...inputs, content }, options, memory), published);
    },
  };
}
