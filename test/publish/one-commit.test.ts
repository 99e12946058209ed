import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { differences, treeOf, type Tree } from "../support/files.ts";
import { ended } from "../support/build.ts";
import { temporaryFolder } from "../support/folders.ts";
import { blogIn } from "./blog.ts";

/** Guarantee 11, as somebody who checks a release sees it: what is built of a commit anywhere is what the record says. */

const DAY = "2026-06-30";
const OTHER_CLOCK = ["--import", join(ROOT, "test/support/other-clock.js")];
const scope = { after };
const folder = join(temporaryFolder(scope), "blog");
let usual: Tree;

before(async () => {
  blogIn(folder);
  usual = await released(folder, { TZ: "UTC", LC_ALL: "C.UTF-8" }, "022", [`--as-of=${DAY}`]);
});

test("one commit gives one record: at another place, in another zone, language and umask, years later", async () => {
  const env = { TZ: "Pacific/Auckland", LC_ALL: "de_DE.UTF-8" };
  const tree = await released(clone("ein anderer Ört"), env, "077", [`--as-of=${DAY}`]);
  assert.deepEqual(differences(usual, tree), []);
  assert.match(tree.get("release.json")!, /"index\.html": "[\da-f]{64}"/);
});

test("one commit gives one record: where SOURCE_DATE_EPOCH says the day", async () => {
  const epoch = String(Date.parse(`${DAY}T12:00Z`) / 1000);
  const env = { TZ: "Europe/Istanbul", LC_ALL: "tr_TR.UTF-8", SOURCE_DATE_EPOCH: epoch };
  assert.deepEqual(differences(usual, await released(clone("epoch"), env, "000", [])), []);
});

/** The same commit, as git hands it out. */
function clone(name: string): string {
  const copy = join(temporaryFolder(scope), name);
  execFileSync("git", ["clone", "--quiet", folder, copy]);
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}

async function released(
  blog: string,
  env: NodeJS.ProcessEnv,
  umask: string,
  day: readonly string[],
): Promise<Tree> {
  const node = [process.execPath, ...OTHER_CLOCK, join(blog, "bin/galley.js")];
  for (const args of [
    ["build", ...day],
    ["publish", "record", ...day],
  ]) {
    const command = ["-c", `umask ${umask} && exec "$@"`, "sh", ...node, ...args];
    const { SOURCE_DATE_EPOCH: _, ...around } = process.env;
    const { status, stderr } = await ended("/bin/sh", command, {
      cwd: blog,
      env: { ...around, ...env },
    });
    assert.equal(status, 0, stderr);
  }
  return treeOf(join(blog, "_site"));
}
