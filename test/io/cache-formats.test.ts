import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { NUMBERS } from "../../src/io/cache-formats.ts";
import { openCache, type Cache } from "../../src/io/cache.ts";
import { temporaryFolder } from "../support/folders.ts";

const fileFor = (t: TestContext): string => join(temporaryFolder(t), "sketches");

const open = (path: string, version = "1"): Cache<Uint32Array> => openCache(path, version, NUMBERS);

const numbers = (...values: readonly number[]): Uint32Array => Uint32Array.from(values);

const UNSIGNED = 0xffffffff;

test("numbers come back as they were, whatever the lengths of keys, of versions and of columns", (t) => {
  for (const version of ["", "1", "12", "123", "1234", "versión"]) {
    const path = fileFor(t);
    const cache = open(path, version);
    const columns = new Map<string, Uint32Array>();
    for (const key of ["", "a", "ab", "abc", "abcd", "schlüssel", "鍵"]) {
      for (const length of [0, 1, 7]) {
        const column = Uint32Array.from({ length }, (_, i) => UNSIGNED - i * length);
        columns.set(`${key}${length}`, column);
        cache.set(`${key}${length}`, column);
        cache.save();
      }
    }
    const later = open(path, version);
    for (const [key, column] of columns) assert.deepEqual(later.get(key), column, key);
  }
});

test("numbers that are part of a larger column are written without what is around them", (t) => {
  const path = fileFor(t);
  const cache = open(path);
  cache.set("a", numbers(1, 2, 3, 4).subarray(1, 3));
  cache.save();
  assert.deepEqual(open(path).get("a"), numbers(2, 3));
});

test("numbers that a killed process left unfinished are passed over, and the file is healed", (t) => {
  const path = fileFor(t);
  const cache = open(path);
  cache.set("a", numbers(1, 2));
  cache.save();
  const { length } = readFileSync(path);
  cache.set("b", numbers(3, 0, 0));
  cache.save();
  const whole = readFileSync(path);
  for (let end = length + 1; end < whole.length; end++) {
    // A file system may have made a file longer whose new bytes never came.
    for (const left of [
      whole.subarray(0, end),
      Buffer.concat([whole.subarray(0, end), Buffer.alloc(whole.length - end)]),
    ]) {
      if (left.equals(whole)) continue;
      writeFileSync(path, left);
      const healing = open(path);
      assert.equal(healing.get("b"), undefined, `cut at ${end}`);
      healing.set("c", numbers(4));
      healing.save();
      assert.deepEqual(open(path).get("c"), numbers(4), `cut at ${end}`);
    }
  }
});

test("what is no file of numbers holds none", (t) => {
  const path = fileFor(t);
  open(path).set("a", numbers(1));
  for (const content of [
    "",
    "1",
    "1  \n1234",
    "1  \n\u0001\0\0\0\0\0\0\0",
    `1  \n${"\0".repeat(64)}`,
  ]) {
    writeFileSync(path, content);
    assert.equal(open(path).get("a"), undefined);
  }
});
