import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openCache } from "../../src/io/cache.ts";
import { temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";

const fileFor = (t: TestContext): string => join(temporaryFolder(t), "deep/down/cache");

/** Fills a cache of numbers and writes it down. */
function saved(path: string, values: Readonly<Record<string, number>>, version = "1"): void {
  const cache = openCache<number>(path, version);
  for (const [key, value] of Object.entries(values)) cache.set(key, value);
  cache.save();
}

test("gives back what was set, in the same and in later runs", (t) => {
  const path = fileFor(t);
  const cache = openCache<{ words: string[] }>(path, "1");
  assert.equal(cache.get("a"), undefined);
  cache.set("a", { words: ["tab\there", "line\nbreak", "日本語"] });
  assert.deepEqual(cache.get("a"), { words: ["tab\there", "line\nbreak", "日本語"] });
  cache.save();
  assert.deepEqual(openCache(path, "1").get("a"), {
    words: ["tab\there", "line\nbreak", "日本語"],
  });
});

test("keeps what was not saved to itself", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 });
  openCache<number>(path, "1").set("b", 2);
  assert.equal(openCache<number>(path, "1").get("b"), undefined);
});

test("knows nothing that another version wrote, and replaces it", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 }, "1");
  const next = openCache<number>(path, "2");
  assert.equal(next.get("a"), undefined);
  next.set("b", 2);
  next.save();
  assert.equal(openCache<number>(path, "2").get("b"), 2);
  assert.equal(openCache<number>(path, "1").get("a"), undefined);
});

test("a version that only begins alike is another version", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 }, "12");
  assert.equal(openCache<number>(path, "1").get("a"), undefined);
});

test("passes over a last line that a killed process left unfinished, and heals the file", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 });
  const whole = readFileSync(path, "utf8");
  saved(path, { a: 1, b: 2 });
  const longer = readFileSync(path, "utf8");
  for (let length = whole.length; length < longer.length; length++) {
    writeFileSync(path, longer.slice(0, length));
    const cache = openCache<number>(path, "1");
    cache.set("c", 3);
    cache.save();
    const healed = openCache<number>(path, "1");
    assert.equal(healed.get("c"), 3, `cut at ${length}`);
    assert.ok([1, undefined].includes(healed.get("a")), `cut at ${length}`);
    assert.equal(healed.get("b"), undefined, `cut at ${length}`);
  }
});

test("passes over lines that are no JSON", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 });
  appendFileSync(path, "b\t{\nno tab at all\n\nc\t3\n");
  const cache = openCache<number>(path, "1");
  assert.deepEqual(["a", "b", "c"].map(cache.get), [1, undefined, 3]);
});

test("survives a file that is no cache at all", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 });
  for (const content of ["", "1", "\0\0\0", "{}", "\n\n\n"]) {
    writeFileSync(path, content);
    const cache = openCache<number>(path, "1");
    assert.equal(cache.get("a"), undefined);
    cache.set("a", 1);
    cache.save();
    assert.equal(openCache<number>(path, "1").get("a"), 1);
  }
});

test("one more value costs one more line", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1, b: 2 });
  const before = readFileSync(path, "utf8");
  const cache = openCache<number>(path, "1");
  ["a", "b"].forEach(cache.get);
  cache.set("c", 3);
  cache.save();
  const after = readFileSync(path, "utf8");
  assert.ok(after.startsWith(before));
  assert.equal(after.slice(before.length).split("\n").length, 2);
});

test("writes nothing when there is nothing new", (t) => {
  const path = fileFor(t);
  saved(path, { a: 1 });
  const marked = `${readFileSync(path, "utf8")}z\t9\n`;
  writeFileSync(path, marked);
  const cache = openCache<number>(path, "1");
  cache.set("a", cache.get("a")!);
  cache.get("z");
  cache.save();
  assert.equal(readFileSync(path, "utf8"), marked);
});

test("forgets what nobody asks for once that is most of it", (t) => {
  const path = fileFor(t);
  saved(path, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`old-${i}`, i])));
  const cache = openCache<number>(path, "1");
  cache.get("old-7");
  cache.set("new", 1);
  cache.save();
  assert.equal(readFileSync(path, "utf8").split("\n").length, 4, "version, two values, end");
  const next = openCache<number>(path, "1");
  assert.deepEqual([next.get("old-7"), next.get("new"), next.get("old-8")], [7, 1, undefined]);
});

test("can be saved more than once", (t) => {
  const path = fileFor(t);
  const cache = openCache<number>(path, "1");
  for (let i = 0; i < 5; i++) {
    cache.set(`key-${i}`, i);
    cache.save();
  }
  const next = openCache<number>(path, "1");
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((i) => next.get(`key-${i}`)),
    [0, 1, 2, 3, 4],
  );
});

test("keys that name parts of objects are keys like others", (t) => {
  const path = fileFor(t);
  saved(path, { ["__proto__"]: 1, constructor: 2 });
  const cache = openCache<number>(path, "1");
  assert.equal(cache.get("toString"), undefined);
  assert.equal(cache.get("constructor"), 2);
});

test("gives what a map would give, whatever is set, asked and saved in whatever order", (t) => {
  for (const seed of [1, 2, 3, 4]) {
    const path = fileFor(t);
    const next = random(seed);
    const expected = new Map<string, number>();
    let cache = openCache<number>(path, "1");
    for (let step = 0; step < 300; step++) {
      const key = `k${Math.floor(next() * 20)}`;
      if (next() < 0.4) {
        expected.set(key, step);
        cache.set(key, step);
      }
      assert.ok([expected.get(key), undefined].includes(cache.get(key)), `seed ${seed}, ${step}`);
      if (next() < 0.1) {
        for (const known of expected.keys()) cache.get(known);
        cache.save();
        cache = openCache<number>(path, "1");
        for (const [known, value] of expected) assert.equal(cache.get(known), value);
      }
    }
  }
});
