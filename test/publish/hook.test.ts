import assert from "node:assert/strict";
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Ended } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import type { Repository } from "../support/repository.ts";
import { blogIn, galleyOf } from "./blog.ts";

const folder = join(temporaryFolder({ after }), "blog");
const path = join(folder, ".git/hooks/pre-push");
let blog: Repository;

before(() => {
  blog = blogIn(folder);
  blog.git("config", "core.hooksPath", ".git/hooks");
});

afterEach(() => {
  rmSync(path, { force: true });
  blog.git("config", "core.hooksPath", ".git/hooks");
});

const hook = (...args: readonly string[]): Promise<Ended> =>
  galleyOf(folder, ["publish", "hook", ...args]);

test("publish hook installs a hook that git can run, again renews it, and --remove takes it away", async () => {
  const first = await hook();
  assert.deepEqual([first.status, first.stdout], [0, ""]);
  assert.match(first.stderr, /^\.git\/hooks\/pre-push: the hook is installed\. .*--no-verify/);
  assert.equal(statSync(path).mode & 0o111, 0o111);
  const text = readFileSync(path, "utf8");

  writeFileSync(path, text.replace(/^node=.*$/m, "node='/an/older/node'"));
  const again = await hook();
  assert.match(again.stderr, /the hook is renewed/);
  assert.equal(readFileSync(path, "utf8"), text);

  assert.match((await hook("--remove")).stderr, /the hook is gone/);
  assert.equal(existsSync(path), false);
  assert.match((await hook("--remove")).stderr, /nothing was removed/);
});

test("a hook that somebody else wrote is neither replaced nor removed", async () => {
  const theirs = "#!/bin/sh\necho mine\n";
  writeFiles(folder, { ".git/hooks/pre-push": theirs });
  chmodSync(path, 0o755);
  const { status, stderr } = await hook();
  assert.equal(status, 1);
  assert.match(stderr, /not Galley's, so it was left as it is/);
  assert.match(stderr, /node '.*\/bin\/galley\.js' publish pre-push \|\| exit 1/);
  assert.equal((await hook("--remove")).status, 0);
  assert.equal(readFileSync(path, "utf8"), theirs);
});

test("core.hooksPath is respected within the repository, and refused where hooks are everybody's", async () => {
  blog.git("config", "core.hooksPath", "own hooks");
  const own = await hook();
  assert.equal(own.status, 0, own.stderr);
  assert.equal(existsSync(join(folder, "own hooks/pre-push")), true);

  const shared = temporaryFolder({ after });
  blog.git("config", "core.hooksPath", shared);
  const { status, stderr } = await hook();
  assert.equal(status, 1);
  assert.match(stderr, /core\.hooksPath.*is not this repository's/);
  assert.equal(existsSync(join(shared, "pre-push")), false);
});

test("without a repository around the site, publish hook says so", async (t) => {
  const lonely = join(temporaryFolder(t), "blog");
  blogIn(lonely);
  rmSync(join(lonely, ".git"), { recursive: true });
  const { status, stderr } = await galleyOf(lonely, ["publish", "hook"]);
  assert.equal(status, 1);
  assert.match(stderr, /not a git repository/);
});
