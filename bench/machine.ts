import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import type { Workspace } from "./workspace.ts";

const GIB = 2 ** 30;

/** What the figures were measured on, in one line: without it they say nothing. */
export function machine(): string {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() || "unknown CPU";
  const memory = (totalmem() / GIB).toFixed(1);
  const load = (loadavg()[0] ?? 0).toFixed(2);
  return `${cores} ${cores === 1 ? "core" : "cores"} (${model}), ${memory} GiB of memory, ${type()} ${release()}, load ${load} at the start`;
}

/** The machine and the folder that files are in. */
export function conditions({ folder, inMemory }: Workspace): string {
  const where = inMemory ? "a RAM disk" : "not a RAM disk: a disk's own time is measured too";
  return `machine: ${machine()}\nfolder: ${folder} (${where})`;
}
