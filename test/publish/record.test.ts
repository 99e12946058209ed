import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readRecord } from "../../src/publish/release-record.ts";
import { differences, treeOf } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { blogIn, galleyOf } from "./blog.ts";

const folder = join(temporaryFolder({ after }), "blog");
const site = join(folder, "_site");
const path = join(site, "release.json");
const DAY = "2026-06-30";

const record = (...args: readonly string[]) => galleyOf(folder, ["publish", "record", ...args]);
const commit = (): string =>
  execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim();

before(async () => {
  blogIn(folder);
  const { status, stderr } = await galleyOf(folder, ["build", `--as-of=${DAY}`]);
  assert.equal(status, 0, stderr);
});

test("publish record names the commit, the build's day, and every file of the site", async () => {
  const { status, stdout, stderr } = await record();
  assert.deepEqual([status, stdout], [0, ""]);
  const made = readRecord(readFileSync(path, "utf8"), path);
  assert.match(stderr, new RegExp(`release\\.json: commit ${commit().slice(0, 7)}, \\d+ files\\.`));
  assert.deepEqual([made.commit, made.asOf], [commit(), DAY]);
  assert.equal(made.url, "https://example.org/blog/");
  const files = [...treeOf(site).keys()].filter((name) => !name.endsWith("/"));
  assert.deepEqual(
    [...made.files.keys()],
    files.filter((name) => name !== "release.json"),
  );
});

test("a build into a folder with a record leaves it alone, and is the same as any other", async () => {
  await record();
  const before = treeOf(site);
  const { status, stderr } = await galleyOf(folder, ["build", `--as-of=${DAY}`]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(differences(before, treeOf(site)), []);
});

test("publish record takes a file that was changed by hand for what it is", async () => {
  const robots = join(site, "robots.txt");
  const written = readFileSync(robots);
  await record();
  const before = readFileSync(path, "utf8");
  appendFileSync(robots, "# by hand\n");
  await record();
  assert.notEqual(readFileSync(path, "utf8"), before);
  writeFileSync(robots, written);
  await record();
  assert.equal(readFileSync(path, "utf8"), before);
});

test("publish record says that not all is committed, where that is so", async () => {
  const draft = join(folder, "content/essays/new.md");
  writeFileSync(draft, "New words.\n");
  const { status, stderr } = await record();
  rmSync(draft);
  assert.equal(status, 0);
  assert.match(stderr, /^Not all that lies here is committed/m);
  assert.doesNotMatch((await record()).stderr, /committed/);
});

test("publish record takes a commit by name, or by its full name where git does not know it", async () => {
  const full = "0123456789abcdef0123456789abcdef01234567";
  for (const [given, named] of [
    ["main", commit()],
    [full, full],
  ]) {
    assert.equal((await record(`--commit=${given}`)).status, 0);
    assert.equal(readRecord(readFileSync(path, "utf8"), path).commit, named);
  }
  const { status, stderr } = await record("--commit=no-such-branch");
  assert.deepEqual([status, /no commit "no-such-branch"/.test(stderr)], [1, true], stderr);
});

test("publish record refuses another day than that of the build", async () => {
  const { status, stderr } = await record("--as-of=2026-07-01");
  assert.equal(status, 1);
  assert.match(stderr, /built with 2026-06-30 as today, not 2026-07-01/);
});

test("publish record refuses a folder that Galley did not fill", async () => {
  const { status, stderr } = await record(`--output=${join(folder, "public")}`);
  assert.equal(status, 1);
  assert.match(stderr, /^\S*public holds no site that Galley built/);
});

test("no file of public/ may take the place of the record", async () => {
  const other = join(folder, "public/release.json");
  writeFileSync(other, "{}");
  const { status, stdout, stderr } = await galleyOf(folder, ["check"]);
  rmSync(other);
  assert.equal(status, 1, stderr);
  assert.match(stdout, /error\[output-conflict\].*release\.json.*the record of the release/);
});
