import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates, sketchOf } from "../../../src/duplicates/index.ts";
import { essayWords, prose, prosesOf, sentences } from "../support.ts";

describe("sketches", () => {
  it("from a cache give the same passages", () => {
    const said = essayWords(3, 80).join(" ");
    const proses = prosesOf(`${said} one`, `two ${said}`, sentences(4, 9).join(" "));
    const cache = new Map(proses.map((value) => [value.id, sketchOf(value)]));
    const found = findDuplicates(proses, { sketchOf: ({ id }) => cache.get(id)! });
    assert.deepEqual(found, findDuplicates(proses));
    assert.ok(found.length > 0);
  });

  it("spare a text that shares nothing from being read", () => {
    const said = essayWords(1, 40).join(" ");
    const proses = [
      prose("a", 0, said),
      prose("b", 1, said),
      prose("c", 2, essayWords(2, 40).join(" ")),
    ];
    const cache = new Map(proses.map((value) => [value.id, sketchOf(value)]));
    const read: string[] = [];
    const lazy = proses.map(({ id, order, text }) => ({
      id,
      order,
      skip: [],
      get text() {
        read.push(id);
        return text;
      },
    }));
    assert.equal(findDuplicates(lazy, { sketchOf: ({ id }) => cache.get(id)! }).length, 1);
    assert.deepEqual(read.toSorted(), ["a", "b"]);
  });

  it("hold a number for every five words in a row, and none where a text has fewer", () => {
    const sketchOfWords = (count: number): Uint32Array =>
      sketchOf(prose("a", 0, essayWords(1, count).join(" ")));
    assert.equal(sketchOfWords(3000).length, 2996);
    assert.equal(sketchOfWords(5).length, 1);
    assert.equal(sketchOfWords(4).length, 0);
  });
});
