import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startPreview } from "../support/preview.ts";
import { essay, LAYOUT, layoutSaying, smallSite } from "./small-site.ts";

/** So many that a build takes long enough to save something while it runs. */
const ESSAYS = 500;

const pathOf = (number: number): string => `content/essays/2020-01-01-number-${number}.md`;
const urlOf = (number: number): string => `/essays/number-${number}/`;
const many = Object.fromEntries(
  Array.from({ length: ESSAYS }, (_, number) => [pathOf(number), essay(`Number ${number}.`)]),
);

const preview = await startPreview(
  { after },
  { ...smallSite, files: { ...smallSite.files, ...many } },
);
afterEach(() => preview.restore());

let layouts = 0;

/** A build that was not seen to run by then was done before one could look. */
const LONGEST_WAIT_MS = 3000;

/** Begins a build of all pages, and waits until it runs: the lock of the output folder says so. */
async function longBuild(): Promise<string> {
  const word = `layout ${++layouts} of a long build`;
  preview.save(LAYOUT, layoutSaying(word));
  const state = join(preview.folder, ".galley");
  const own = readdirSync(state).find((name) => name.startsWith("preview-"))!;
  const until = Date.now() + LONGEST_WAIT_MS;
  while (!existsSync(join(state, own, "lock")) && Date.now() < until) await sleep(2);
  return word;
}

/** After the start of a build, in its middle, at its end. */
const MOMENTS_MS = [0, 100, 300, 600];

test("shows an essay that is saved while a build runs", async () => {
  for (const moment of MOMENTS_MS) {
    const layout = await longBuild();
    await sleep(moment);
    preview.save(pathOf(7), essay(`Number 7, saved after ${moment} ms.`));
    await preview.shows(urlOf(7), `Number 7, saved after ${moment} ms.`);
    await preview.shows(urlOf(1), layout);
  }
});

test("shows a layout that is saved while a build runs", async () => {
  for (const moment of MOMENTS_MS) {
    await longBuild();
    await sleep(moment);
    const layout = await longBuild();
    await preview.shows(urlOf(1), layout);
    await preview.shows(urlOf(ESSAYS - 1), layout);
  }
});

test("shows what was deleted, added and renamed while a build ran", async () => {
  await longBuild();
  preview.remove(pathOf(1));
  preview.rename(pathOf(2), "content/essays/2020-01-01-renamed.md");
  preview.save("content/essays/2020-01-01-added.md", essay("Added meanwhile."));
  await preview.lacks(urlOf(1));
  await preview.lacks(urlOf(2));
  await preview.shows("/essays/renamed/", "Number 2.");
  await preview.shows("/essays/added/", "Added meanwhile.");
});

test("shows an essay that is broken while a build runs, and the last good page below", async () => {
  const layout = await longBuild();
  preview.save(pathOf(3), "---\ntitle: [x\n---\nHello.\n");
  await preview.showsTrouble(urlOf(3), "number-3.md:3:1");
  preview.save(pathOf(3), essay("Mended."));
  await preview.shows(urlOf(3), "Mended.");
  const { body } = await preview.shows(urlOf(4), "Number 4.");
  assert.ok(body.includes(layout));
});
