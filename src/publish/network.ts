import { spawnSync } from "node:child_process";

/** Ways to start a program without network, the plainest first: for root, and for others where the kernel lets them. */
const WAYS = [["--net"], ["--map-current-user", "--net"], ["--map-root-user", "--net"]] as const;

/** What stands before a program so that it has no network; undefined where the system cannot take it away. */
export function withoutNetwork(): readonly string[] | undefined {
  const way = WAYS.find((options) => spawnSync("unshare", [...options, "true"]).status === 0);
  return way && ["unshare", ...way];
}
