import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pictureStore } from "../../src/io/picture-store.ts";
import { temporaryFolder } from "../support/folders.ts";

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const DAY_MS = 24 * 60 * 60 * 1000;

/** As if it had been used so many days ago. */
function age(folder: string, key: string, days: number): void {
  const then = new Date(Date.now() - days * DAY_MS);
  utimesSync(join(folder, key, "index.json"), then, then);
}

test("gives what was kept, also to another process", (t) => {
  const folder = temporaryFolder(t);
  const kept = pictureStore(folder).set("a", [file("480.avif", "x"), file("original", "y")]);
  const again = pictureStore(folder).get("a")!;
  assert.deepEqual(again, kept);
  assert.deepEqual(
    again.map(({ path }) => readFileSync(path, "utf8")),
    ["x", "y"],
  );
  assert.equal(pictureStore(folder).get("b"), undefined);
});

test("knows that nothing was to be made", (t) => {
  const folder = temporaryFolder(t);
  pictureStore(folder).set("a", []);
  assert.deepEqual(pictureStore(folder).get("a"), []);
});

test("an index that is damaged, of other shape or leads elsewhere is none", (t) => {
  const folder = temporaryFolder(t);
  const store = pictureStore(folder);
  store.set("a", [file("480.avif", "x")]);
  writeFileSync(join(folder, "secret"), "x");
  const index = join(folder, "a", "index.json");
  const whole = readFileSync(index, "utf8");
  for (const text of ["", "[", "{}", "null", '[["480.avif"]]', "[1]", '[["480.avif", 1, 2]]']) {
    writeFileSync(index, text);
    assert.equal(store.get("a"), undefined, text);
  }
  writeFileSync(index, whole.replace("480.avif", "../secret"));
  assert.equal(store.get("a"), undefined);
  writeFileSync(index, whole);
  assert.equal(store.get("a")?.length, 1);
});

test("two that keep the same at once leave it whole, and nothing else", (t) => {
  const folder = temporaryFolder(t);
  const [one, other] = [pictureStore(folder), pictureStore(folder)];
  const kept = one.set("a", [file("480.avif", "x")]);
  other.set("a", [file("480.avif", "x")]);
  assert.deepEqual(one.get("a"), kept);
  assert.deepEqual(readdirSync(join(folder, "a")).toSorted(), ["480.avif", "index.json"]);
});

test("forgets what no build asked for during a month, and nothing else", (t) => {
  const folder = temporaryFolder(t);
  const store = pictureStore(folder);
  for (const key of ["old", "asked", "recent"]) store.set(key, [file("480.avif", key)]);
  mkdirSync(join(folder, "begun"));
  age(folder, "old", 31);
  age(folder, "asked", 31);
  age(folder, "recent", 29);
  store.get("asked");
  store.forgetUnused();
  assert.deepEqual(readdirSync(folder).toSorted(), ["asked", "begun", "recent"]);
});

test("a folder that is not there holds nothing", (t) => {
  const store = pictureStore(join(temporaryFolder(t), "none"));
  assert.equal(store.get("a"), undefined);
  store.forgetUnused();
});
