import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Ground } from "./contestant.ts";
import { copyCorpus, editNewest } from "./corpus/corpus.ts";
import { galleyCommand, layOutProject } from "./galley.ts";
import { failure, secondsSince, start } from "./processes.ts";

/** A build of the whole corpus takes a fraction of it; whoever waits longer waits in vain. */
const LIMIT_SECONDS = 120;

/** How often the page is asked for: short beside what is measured, long beside what asking costs the server. */
const POLL_MS = 10;

/** Between the page of one edit and the next edit: a writer takes longer, and the server's own tidying ends. */
const PAUSE_MS = 1_000;

/**
 * Seconds from saving the newest essay to its new words being served by `galley start`, edit by edit,
 * after one that only warms up.
 */
export async function timeEdits(
  { home, corpus }: Ground,
  edits: number,
  signal: AbortSignal,
): Promise<number[]> {
  await layOutProject(home);
  const served = await copyCorpus(corpus, join(home, "content"));
  const command = galleyCommand(home, ["start"]);
  const server = start(command, signal);
  const died = server.ended.then(({ code }): never => {
    signal.throwIfAborted();
    throw new Error(failure(command, code, server.output()));
  });
  const work = async () => {
    const page = `${await printedAddress(server.output, signal)}/essays/${corpus.newest.slug}/`;
    await textAt(page, "", signal);
    const times: number[] = [];
    for (let edit = 0; edit <= edits; edit++) {
      await setTimeout(PAUSE_MS, undefined, { signal });
      const began = process.hrtime.bigint();
      await textAt(page, await editNewest(served), signal);
      times.push(secondsSince(began));
    }
    return times.slice(1);
  };
  try {
    return await Promise.race([work(), died]);
  } finally {
    server.kill();
    await died.catch(() => {});
  }
}

/** Where the server says it is. */
async function printedAddress(output: () => string, signal: AbortSignal): Promise<string> {
  return until(
    "the server to say its address",
    signal,
    async () => /http:\/\/localhost:\d+/.exec(output())?.[0],
  );
}

/** Waits until the page at `url` is there and holds `text`. */
async function textAt(url: string, text: string, signal: AbortSignal): Promise<void> {
  await until(`"${text}" at ${url}`, signal, async () => {
    const html = await bodyOf(url, signal);
    return html?.includes(text) ? true : undefined;
  });
}

async function bodyOf(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined; // Not listening yet; where the server has died, the race above ends the wait.
  }
}

async function until<T>(
  what: string,
  signal: AbortSignal,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const began = process.hrtime.bigint();
  while (secondsSince(began) < LIMIT_SECONDS) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(POLL_MS, undefined, { signal });
  }
  throw new Error(`Waited ${LIMIT_SECONDS} s in vain for ${what}.`);
}
