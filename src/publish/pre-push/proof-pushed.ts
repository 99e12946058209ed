import { existsSync } from "node:fs";
import { join } from "node:path";
import { lendReadings } from "../../build/memory.ts";
import type { BuildOptions } from "../../build/options.ts";
import { siteProof } from "../../build/site-proof.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { stateOf, STATE } from "../../io/output/folder.ts";
import { lock } from "../../io/output/lock.ts";
import { DEFAULT_OUTPUT } from "../../io/root.ts";
import { cloneOfSite, lendersOfHook } from "./clone.ts";
import type { PushedBranch } from "./pushed.ts";
import { pushedTree } from "./pushed-tree.ts";

/** The proof of a branch that is pushed. */
export interface PushedProof {
  readonly branch: PushedBranch;
  readonly report: Report;
  /** The content folder, as one would name it at the top of the clone. */
  readonly root: string;
}

/** Nothing is built: it is what the proofs of pushes remember each other by. */
const OUTPUT = join(STATE, "pushed");

/**
 * Proofs branches as they were committed, whatever lies in the work tree. A branch without a content folder, such as one
 * that holds a built site, has nothing to proof.
 */
export async function proofPushed(
  branches: readonly PushedBranch[],
  progress: BuildOptions["progress"] = {},
): Promise<readonly PushedProof[]> {
  const home = stateOf(OUTPUT);
  const { release } = await lock(home);
  try {
    lendReadings(stateOf(DEFAULT_OUTPUT), home);
    const { prefix } = cloneOfSite();
    const tree = pushedTree(home, lendersOfHook());
    // Dates come from the history of the commit, not of what is checked out.
    process.env["GALLEY_GIT_DIR"] = tree.gitDir;
    const site = join(tree.folder, prefix);
    const content = join(site, "content");
    const proofs: PushedProof[] = [];
    for (const branch of branches) {
      tree.checkOut(branch.commit);
      if (!existsSync(content)) continue;
      const publicFolder = join(site, "public");
      const options = { content, publicFolder, output: OUTPUT, mode: "build", progress } as const;
      const { report } = await siteProof(options);
      proofs.push({ branch, report, root: `${prefix}content` });
    }
    return proofs;
  } finally {
    release();
  }
}
