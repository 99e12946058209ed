/** A branch that is pushed, as it is to be there afterwards. */
export interface PushedBranch {
  readonly name: string;
  /** The full name of its commit. */
  readonly commit: string;
}

const BRANCH = "refs/heads/";

/**
 * What git tells a pre-push hook on its standard input: one line for each ref, of the local name and object and of the
 * remote name and object. Tags publish nothing, and of a deletion there is nothing to proof; branches at one commit are
 * proofed once, under the name of the first.
 */
export function branchesIn(input: string): readonly PushedBranch[] {
  const byCommit = new Map<string, PushedBranch>();
  for (const line of input.split("\n")) {
    const [, commit = "", remote = ""] = line.split(" ");
    if (!remote.startsWith(BRANCH) || /^0*$/.test(commit) || byCommit.has(commit)) continue;
    byCommit.set(commit, { name: remote.slice(BRANCH.length), commit });
  }
  return [...byCommit.values()];
}
