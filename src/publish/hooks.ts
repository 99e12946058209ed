import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Refusal } from "../io/refusal.ts";

export const HOOKS = ["pre-receive", "post-receive"] as const;
export type Hook = (typeof HOOKS)[number];

/** What tells a hook of Galley's from anybody else's. */
const MARK = "# galley publish init writes this file, and replaces it when it is run again.";

/** Where a hook cannot even start, git still has to be told what to do: in words, since there is no Galley yet. */
const WAY_OUT: Readonly<Record<Hook, string>> = {
  "pre-receive": "The push is refused, and nothing was changed.",
  "post-receive": "The push is stored, but readers do not see it yet.",
};

/** Signals that a client who goes away sends: what git has accepted is published all the same. */
const ALONE: Readonly<Record<Hook, string>> = {
  "pre-receive": "",
  "post-receive": `trap '' HUP INT PIPE TERM
command -v setsid >/dev/null 2>&1 && alone='setsid --wait'
`,
};

/** The text of a hook: plain sh, which finds Galley, and says what is missing where it does not. */
const hookText = (hook: Hook, site: string, node: string): string => `#!/bin/sh
${MARK}
site=${quoted(site)}
node=${quoted(node)}
alone=
fail() {
  for line in "$@" ${quoted(WAY_OUT[hook])}; do echo "$line" >&2; done
  exit 1
}
[ -x "$node" ] || node=$(command -v node) ||
  fail 'Node is not installed on the server any more. Install it, then run there:' \\
    "  cd $site && npm ci && npx --no-install galley publish init …"
[ -f "$site/bin/galley.js" ] ||
  fail "The server has no Galley any more in $site." \\
    'Clone it there again, run npm ci, and then galley publish init.'
[ -d "$site/node_modules/@11ty/eleventy" ] ||
  fail 'The libraries of Galley are not installed on the server. Run there:' \\
    "  cd $site && npm ci"
${ALONE[hook]}# Nothing of the environment goes on but this: it may hold secrets, and GIT_* leads elsewhere.
exec $alone env -i PATH="$PATH" HOME="$HOME" \${TMPDIR:+TMPDIR="$TMPDIR"} LANG=C.UTF-8 \\
  "$node" "$site/bin/galley.js" publish ${hook} --repo="$(pwd -P)" --quarantine="$GIT_QUARANTINE_PATH"
`;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** What is wrong with a hook, in words; undefined where it is as `init` would write it. */
export function hookTrouble(repo: string, hook: Hook, site: string): string | undefined {
  const path = join(repo, "hooks", hook);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return "is missing";
  if ((stats.mode & TO_RUN) !== TO_RUN) return "may not be run";
  const text = readFileSync(path, "utf8");
  if (!text.includes(MARK)) return "is somebody else's";
  // The Node that `init` was run with is as good as this one.
  const node = /^node='([^']*)'$/m.exec(text)?.[1];
  return node !== undefined && text === hookText(hook, site, node)
    ? undefined
    : "is of another version";
}

/** Its owner has to be able to. */
const TO_RUN = 0o100;

/** Refuses a repository with hooks of somebody else's. */
export function refuseForeignHooks(repo: string): void {
  const foreign = HOOKS.map((hook) => join(repo, "hooks", hook)).find(
    (path) => existsSync(path) && !readFileSync(path, "utf8").includes(MARK),
  );
  if (foreign === undefined) return;
  throw new Refusal(`${foreign} is a hook that Galley did not write. Move it away first.`);
}

export function writeHooks(repo: string, site: string): void {
  mkdirSync(join(repo, "hooks"), { recursive: true });
  for (const hook of HOOKS) {
    const path = join(repo, "hooks", hook);
    // Never a moment without: git passes over a hook that cannot be run.
    const draft = `${path}.new`;
    rmSync(draft, { force: true });
    writeFileSync(draft, hookText(hook, site, process.execPath), { mode: 0o755 });
    renameSync(draft, path);
  }
}
