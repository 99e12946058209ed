import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Scope } from "../support/folders.ts";

/** What a disk runs out of first. */
export type Scarce = "bytes" | "inodes";

/** A disk of its own in memory. Only root may mount one. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so much room. */
  leave(room: number, scarce: Scarce): void;
  /** Lets nobody write. */
  protect(): void;
  /** Lets everybody write again, with plenty of room. */
  enlarge(): void;
}

/** In bytes and inodes; tmpfs(5) can lower a limit, but not begin with none. */
const PLENTY = "size=256m,nr_inodes=100000";

export function smallDisk(scope: Scope): SmallDisk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "galley-disk-")));
  const mount = (options: string): void => {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  };
  mount(PLENTY);
  scope.after(() => {
    execFileSync("umount", [folder]);
    rmdirSync(folder);
  });
  return {
    folder,
    leave(room, scarce) {
      const { bsize, blocks, bfree, files, ffree } = statfsSync(folder);
      const limit =
        scarce === "bytes"
          ? `size=${(blocks - bfree) * bsize + room}`
          : `nr_inodes=${files - ffree + room}`;
      mount(`remount,${limit}`);
    },
    protect: () => mount("remount,ro"),
    enlarge: () => mount(`remount,rw,${PLENTY}`),
  };
}
