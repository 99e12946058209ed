import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMissing } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { startThread } from "../thread.ts";
import { fileWriter, type StagedFile } from "./file-writer.ts";
import { nearestExisting } from "./folder.ts";
import type { Order, Written } from "./writing-thread.ts";

/** Where new files wait until all of them are there. */
export interface Staging {
  readonly folder: string;
  write(files: readonly StagedFile[]): void;
  /** The hashes of all files by path, once all are written. */
  settled(): Promise<ReadonlyMap<string, string>>;
  discard(): Promise<void>;
}

/** Writing takes as long as rendering; with this many files a thread of its own is worth its start. */
const MANY = 500;

/**
 * Opens an empty staging folder on the file system of the output folder, since only there a rename is one step.
 *
 * @param expected how many files are to come, about
 */
export function openStaging(output: string, state: string, expected: number): Staging {
  const folder = stagingFolder(output, state);
  remove(folder);
  makeFolder(folder);
  return expected < MANY ? stagingHere(folder) : stagingAside(folder);
}

/** Like the thread it tells of a failure when it is asked for the result: Eleventy would wrap it up beyond recognition. */
function stagingHere(folder: string): Staging {
  const writer = fileWriter(folder);
  let failure: Error | undefined;
  return {
    folder,
    write(files) {
      if (failure) return;
      try {
        writer.write(files);
      } catch (error) {
        failure = error as Error;
      }
    },
    settled: () => (failure ? Promise.reject(failure) : Promise.resolve(writer.hashes)),
    discard: () => Promise.resolve(remove(folder)),
  };
}

function stagingAside(folder: string): Staging {
  const thread = startThread("src/io/output/writing-thread.ts", { folder });
  const send = (order: Order): void => thread.postMessage(order);
  return {
    folder,
    write: send,
    async settled() {
      send(undefined);
      thread.ref();
      const [answer] = (await once(thread, "message")) as [Written];
      await thread.terminate();
      if (answer.kind === "written") return answer.hashes;
      throw Object.assign(new Error(answer.message), { code: answer.code });
    },
    async discard() {
      await thread.terminate();
      remove(folder);
    },
  };
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/**
 * Makes a folder with those above it. Node's own way does not end where a file system has no folders to be made, as
 * `/proc`: it makes the one above, which is there, and tries again.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Refusal(
      `No folder can be made in ${dirname(folder)}. Choose another output folder with --output.`,
    );
  }
}

const STAGING = ".galley-staging";

/** In the state folder where that is on the same device; else beside the output; else, for a mount point, inside it. */
function stagingFolder(output: string, state: string): string {
  const device = deviceOf(output);
  const candidates = [
    join(state, "staging"),
    join(dirname(output), `.${basename(output)}${STAGING}`),
  ];
  return candidates.find((folder) => deviceOf(folder) === device) ?? join(output, STAGING);
}

/** Of the folder, or of the nearest one above that exists. */
const deviceOf = (folder: string): number => statSync(nearestExisting(folder)).dev;
