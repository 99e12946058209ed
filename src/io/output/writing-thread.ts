import { parentPort, workerData } from "node:worker_threads";
import { fileWriter, type StagedFile } from "./file-writer.ts";

/** What the thread answers when it is told that there is no more. */
export type Written =
  | { readonly kind: "written"; readonly hashes: ReadonlyMap<string, string> }
  | { readonly kind: "failed"; readonly message: string; readonly code: string | undefined };

/** Files to write; none is the end. */
export type Order = readonly StagedFile[] | undefined;

const { folder } = workerData as { folder: string };
const writer = fileWriter(folder);
let failure: Written | undefined;

parentPort!.on("message", (files: Order) => {
  if (files) attempt(files);
  else parentPort!.postMessage(failure ?? { kind: "written", hashes: writer.hashes });
});

/** After a failure nothing more is written: the disk is full, and the build lost. */
function attempt(files: readonly StagedFile[]): void {
  if (failure) return;
  try {
    writer.write(files);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    failure = { kind: "failed", message, code };
  }
}
