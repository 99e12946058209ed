import { chmodSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../io/files.ts";
import { Refusal } from "../../io/refusal.ts";
import { isWithin, ROOT } from "../../io/root.ts";
import { cloneOfSite, type Clone } from "./clone.ts";
import { hookText, isOurs, quoted } from "./hook-file.ts";

const NAME = "pre-push";

/** What became of the hook, and where it is. */
export interface Hooked {
  readonly path: string;
  readonly outcome: "installed" | "renewed" | "removed" | "absent";
}

/** Installs the hook, or renews the one that is there. Refuses to replace anybody else's. */
export function installHook(): Hooked {
  const clone = cloneOfSite();
  const path = join(clone.hooks, NAME);
  refuseShared(clone);
  const found = hookAt(path);
  if (found === "another") refuseAnother(path);
  writeWhole(path, hookText({ prefix: clone.prefix, site: ROOT, node: process.execPath }));
  chmodSync(path, 0o755);
  return { path, outcome: found === "ours" ? "renewed" : "installed" };
}

/** Takes the hook away; anybody else's stays. */
export function removeHook(): Hooked {
  const path = join(cloneOfSite().hooks, NAME);
  if (hookAt(path) !== "ours") return { path, outcome: "absent" };
  rmSync(path);
  return { path, outcome: "removed" };
}

function hookAt(path: string): "ours" | "another" | "none" {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return "none";
  return stats.isFile() && isOurs(readFileSync(path, "utf8")) ? "ours" : "another";
}

/** A folder of hooks for all of a writer's repositories is no place for that of one. */
function refuseShared({ top, common, hooks }: Clone): void {
  if ([top, common].some((folder) => isWithin(hooks, folder))) return;
  throw new Refusal(
    `Git looks for hooks in ${hooks} (core.hooksPath), which is not this repository's: a hook there would run for others too. Give this repository its own: git config core.hooksPath .git/hooks. Or call Galley from a pre-push hook of yours: ${callLine()}`,
  );
}

function refuseAnother(path: string): never {
  throw new Refusal(
    `${path} is there already and not Galley's, so it was left as it is. To have both, call Galley in it, before anything else reads its standard input: ${callLine()}`,
  );
}

const callLine = (): string =>
  `node ${quoted(join(ROOT, "bin/galley.js"))} publish pre-push || exit 1`;
