import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { refuseUnknown, refuseUnsafe, STATE, stateOf } from "../../../src/io/output/folder.ts";
import { Refusal } from "../../../src/io/refusal.ts";
import { DEFAULT_CONTENT, DEFAULT_OUTPUT, isWithin, PUBLIC, ROOT } from "../../../src/io/root.ts";
import { writeFiles } from "../../support/files.ts";
import { temporaryFolder } from "../../support/folders.ts";

test("refuses an output folder that equals, contains or lies inside of what it is made of", () => {
  const unsafe = [
    ROOT,
    dirname(ROOT),
    "/",
    DEFAULT_CONTENT,
    join(DEFAULT_CONTENT, "essays"),
    join(DEFAULT_CONTENT, "new"),
    PUBLIC,
    join(PUBLIC, "site"),
    join(ROOT, "src"),
    join(ROOT, "src/site"),
    join(ROOT, "layouts/out"),
    join(ROOT, "node_modules/x"),
    join(ROOT, "bin"),
    join(ROOT, ".git/hooks"),
  ];
  for (const output of unsafe) {
    assert.throws(() => refuseUnsafe(output, DEFAULT_CONTENT), Refusal, output);
  }
});

test("takes folders beside the sources, also those whose names begin alike", (t) => {
  const home = temporaryFolder(t);
  const safe = [
    DEFAULT_OUTPUT,
    join(ROOT, "content-built"),
    join(ROOT, "srcs"),
    join(home, "a/b/c"),
    join(ROOT, ".galley/preview"),
  ];
  for (const output of safe)
    assert.doesNotThrow(() => refuseUnsafe(output, DEFAULT_CONTENT), output);
});

test("refuses an output folder that lies inside of other content, or contains it", (t) => {
  const home = temporaryFolder(t);
  const content = join(home, "essays-of-mine");
  mkdirSync(content);
  assert.throws(() => refuseUnsafe(content, content), Refusal);
  assert.throws(() => refuseUnsafe(join(content, "site"), content), Refusal);
  assert.throws(() => refuseUnsafe(home, content), Refusal);
  assert.doesNotThrow(() => refuseUnsafe(join(home, "site"), content));
});

test("is not fooled by a symlink, nor by a way through one to a folder that is to be made", (t) => {
  const home = temporaryFolder(t);
  const content = join(home, "content");
  mkdirSync(content);
  symlinkSync(content, join(home, "harmless"));
  assert.throws(() => refuseUnsafe(join(home, "harmless"), content), Refusal);
  assert.throws(() => refuseUnsafe(join(home, "harmless/new/folder"), content), Refusal);
  assert.throws(() => refuseUnsafe(content, join(home, "harmless")), Refusal);
});

test("refuses a folder with files that Galley did not write, and takes an empty or a missing one", (t) => {
  const home = temporaryFolder(t);
  assert.doesNotThrow(() => refuseUnknown(home));
  assert.doesNotThrow(() => refuseUnknown(join(home, "missing")));
  writeFiles(home, { ".hidden": "mine" });
  assert.throws(
    () => refuseUnknown(home),
    (error) => error instanceof Refusal && error.message.includes(home),
  );
});

test("refuses an output that is a file, also by way of a symlink", (t) => {
  const home = temporaryFolder(t);
  writeFiles(home, { site: "a file" });
  symlinkSync(join(home, "site"), join(home, "link"));
  assert.throws(() => refuseUnsafe(join(home, "site"), DEFAULT_CONTENT), Refusal);
  assert.throws(() => refuseUnsafe(join(home, "link"), DEFAULT_CONTENT), Refusal);
});

test("refuses an output below a file", (t) => {
  const home = temporaryFolder(t);
  writeFiles(home, { site: "a file" });
  assert.throws(
    () => refuseUnsafe(join(home, "site/a/b"), DEFAULT_CONTENT),
    /below a file, .*site/,
  );
});

test("the state of an output folder is its own, inside of .galley, and moves with the project", (t) => {
  const home = temporaryFolder(t);
  const outputs = [DEFAULT_OUTPUT, join(ROOT, "a/site"), join(ROOT, "b/site"), join(home, "site")];
  const states = outputs.map(stateOf);
  assert.equal(new Set(states).size, outputs.length);
  for (const state of states) assert.equal(dirname(state), STATE);
  assert.deepEqual(outputs.map(stateOf), states);
});

test("a folder is within itself and those above it, and not within one that begins alike", () => {
  assert.ok(isWithin("/a/b", "/a/b"));
  assert.ok(isWithin("/a/b/c", "/a/b"));
  assert.ok(isWithin("/a/b/..c", "/a/b"));
  assert.ok(isWithin("/a", "/"));
  assert.ok(!isWithin("/a/bc", "/a/b"));
  assert.ok(!isWithin("/a", "/a/b"));
  assert.ok(!isWithin("/x", "/a/b"));
});
