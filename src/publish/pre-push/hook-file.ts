/** What the hook is told by, and nobody else's is. */
const MARK = "# Galley's pre-push hook:";

/** Whether a hook is one that Galley wrote, this version or another. */
export const isOurs = (text: string): boolean => text.includes(`\n${MARK}`);

export interface Installation {
  /** The site's folder as the repository names it: the work tree that pushes may have Galley in it. */
  readonly prefix: string;
  /** Where Galley is installed, for work trees that have none. */
  readonly site: string;
  /** The program that runs it now. Programs with windows are seldom given the PATH of a shell. */
  readonly node: string;
}

/**
 * The hook, for any shell. Errors in what is pushed stop the push, and nothing else does: a hook that cannot run is not
 * the writer's mistake, and whoever publishes proofs again.
 */
export const hookText = ({ prefix, site, node }: Installation): string => `#!/bin/sh
${MARK} made and renewed by \`galley publish hook\`, taken away by \`galley publish hook --remove\`.
# It proofs the commits that are pushed. \`git push --no-verify\` goes without it.
unproofed() {
  echo "Galley: $1. What is pushed was not proofed." >&2
  exit 0
}
site="$(git rev-parse --show-toplevel)"/${quoted(prefix)}
[ -d "$site/node_modules" ] || site=${quoted(site)}
[ -d "$site/node_modules" ] || unproofed "npm ci was not run in $site"
node=${quoted(node)}
[ -x "$node" ] || node=$(command -v node) || unproofed "there is no node in PATH"
"$node" "$site/bin/galley.js" publish pre-push "$@"
case $? in
  0) exit 0 ;;
  1) exit 1 ;;
  *) unproofed "the proof did not come to its end" ;;
esac
`;

/** A text as one word of a shell's, whatever is in it. */
export const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "/").replaceAll("'", String.raw`'\''`)}'`;
