import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { STATE } from "./output/folder.ts";
import { Refusal } from "./refusal.ts";

/** Pagefind reads settings from the folder where it is started: it is started in one of ours, which has none. */
const EMPTY = join(STATE, "empty");

/** Longer than any index takes: only that it is set counts. */
const FOREVER_MS = 2 ** 30;

/** Pagefind's process, which its library keeps to itself. */
let service: ChildProcess | undefined;
let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  subscribe("child_process", (message) => {
    const { process: started } = message as { readonly process: ChildProcess };
    // Its arguments are known once it was started, in the same go.
    process.nextTick(() => {
      if (started.spawnargs?.includes("--service")) service = started;
    });
  });
}

/**
 * Does work that waits for Pagefind's process. When that ends, by itself or for want of memory, its library says
 * nothing and would wait forever, or let Node end as if all were done. Throws a `Refusal` then.
 *
 * @param work starts the process, where none runs, before it waits for anything
 */
export async function whileServiceLives<T>(work: () => Promise<T>): Promise<T> {
  listen();
  const alive = setInterval(() => {}, FOREVER_MS);
  let giveUp: (() => void) | undefined;
  try {
    const done = startedIn(EMPTY, work);
    const ended = new Promise<never>((_, reject) => {
      giveUp = () => reject(died());
      // Behind the tick in which the process is known.
      setImmediate(() => {
        if (service?.exitCode !== null && service?.exitCode !== undefined) giveUp!();
        service?.once("exit", giveUp!);
      });
    });
    return await Promise.race([done, ended]);
  } finally {
    clearInterval(alive);
    if (giveUp) service?.off("exit", giveUp);
  }
}

function startedIn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const here = process.cwd();
  mkdirSync(folder, { recursive: true });
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(here);
  }
}

const died = (): Refusal =>
  new Refusal(
    "The site could not be made searchable: Pagefind, which makes the index, ended before it was done, perhaps for want of memory. Nothing was written. Say `search: false` in site.yaml to build without search.",
  );
