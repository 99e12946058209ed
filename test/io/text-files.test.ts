import assert from "node:assert/strict";
import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { replaceText, writeNew } from "../../src/io/text-files.ts";
import { temporaryFolder } from "../support/folders.ts";

test("a new file is written with its folders, and leaves nothing beside it", (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, "a/b/new.txt");
  assert.equal(writeNew(path, "Text\n"), true);
  assert.equal(readFileSync(path, "utf8"), "Text\n");
  assert.deepEqual(readdirSync(join(folder, "a/b")), ["new.txt"]);
});

test("a file that is there is never overwritten", (t) => {
  const path = join(temporaryFolder(t), "old.txt");
  writeFileSync(path, "Old\n");
  assert.equal(writeNew(path, "New\n"), false);
  assert.equal(readFileSync(path, "utf8"), "Old\n");
  assert.deepEqual(readdirSync(join(path, "..")), ["old.txt"]);
});

test("a text is replaced in one step, and keeps who may read it", (t) => {
  const path = join(temporaryFolder(t), "old.txt");
  writeFileSync(path, "Old\n");
  chmodSync(path, 0o600);
  assert.equal(replaceText(path, Buffer.from("Old\n"), "New\n"), true);
  assert.equal(readFileSync(path, "utf8"), "New\n");
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(path, "..")), ["old.txt"]);
});

test("a text that was edited meanwhile is left as it is", (t) => {
  const path = join(temporaryFolder(t), "old.txt");
  writeFileSync(path, "Edited\n");
  assert.equal(replaceText(path, Buffer.from("Old\n"), "New\n"), false);
  assert.equal(readFileSync(path, "utf8"), "Edited\n");
  assert.deepEqual(readdirSync(join(path, "..")), ["old.txt"]);
});
