import assert from "node:assert/strict";
import { test } from "node:test";
import { ended } from "../support/build.ts";
import { differences, treeOf, type Tree } from "../support/files.ts";
import { outputFolder } from "../support/folders.ts";
import { buildGolden, SITE } from "./build.ts";

const ADVICE =
  "If the site is to look like this now, look at the difference and renew it: node test/golden/renew.js";

test("the golden site is built byte for byte", async (t) => {
  const output = outputFolder(t);
  await buildGolden(t, output);
  const changes = differences(filesIn(SITE), filesIn(output));
  assert.deepEqual(changes, [], await message(changes, output));
});

/** Git holds no empty folders. */
const filesIn = (folder: string): Tree =>
  new Map([...treeOf(folder)].filter(([path]) => !path.endsWith("/")));

/** What changed, as git shows it. */
async function message(changes: readonly string[], output: string): Promise<string> {
  if (changes.length === 0) return "";
  const args = ["diff", "--no-index", "--no-color", "--stat", "--patch", SITE, output];
  const { stdout } = await ended("git", args, { cwd: SITE, env: process.env });
  return `${changes.join("\n")}\n\n${stdout.slice(0, LONGEST_DIFFERENCE)}\n${ADVICE}`;
}

const LONGEST_DIFFERENCE = 10_000;
