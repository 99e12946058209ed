import { spawnSync } from "node:child_process";
import type { Blog } from "../blog.ts";
import { withoutNetwork } from "../network.ts";
import { error, ok, warning, type Check } from "./check.ts";

/** As `package.json` has it: what the libraries support. */
const OLDEST_NODE = [20, 19];
/** Of Debian 11. Pushes are tested with newer ones alone. */
const OLDEST_GIT = [2, 30];

export function node(version = process.versions.node): Check {
  return isAtLeast(version, OLDEST_NODE)
    ? ok("Node", version)
    : error("Node", `${version} is too old: install ${OLDEST_NODE.join(".")} or newer.`);
}

export function git(): Check {
  const version = /\d+(?:\.\d+)+/.exec(said("git", "--version") ?? "")?.[0];
  if (version === undefined)
    return error("git", "It is not there, or not on the PATH: apt-get install git.");
  return isAtLeast(version, OLDEST_GIT)
    ? ok("git", version)
    : warning("git", `${version} is older than what pushes are tested with: take 2.30 or newer.`);
}

/** Only pushed code has libraries of its own. */
export function npm({ trust }: Blog): readonly Check[] {
  if (trust === "content") return [];
  const version = said("npm", "--version");
  return [
    version === undefined
      ? error("npm", "It is not there, and pushed code needs its libraries: apt-get install npm.")
      : ok("npm", version),
  ];
}

export function network(): Check {
  return withoutNetwork()
    ? ok("network", "builds have none")
    : warning(
        "network",
        "Builds have it, since this user may not take it away (unshare --net). Mostly sysctl kernel.unprivileged_userns_clone=1 helps, in newer systems kernel.apparmor_restrict_unprivileged_userns=0.",
      );
}

function said(program: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

function isAtLeast(version: string, [major, minor]: readonly number[]): boolean {
  const [ours = 0, minorOfOurs = 0] = version.split(".").map(Number);
  return ours > major! || (ours === major && minorOfOurs >= minor!);
}
