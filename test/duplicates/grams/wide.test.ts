import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withoutWide } from "../../../src/duplicates/grams/rest.ts";
import { levelOf, stretchesOf } from "../../../src/duplicates/grams/wide.ts";
import { foldedWord } from "../../../src/duplicates/texts.ts";
import { LIMITS, textWith } from "../stages.ts";

/** The stretches of a text whose gram at each place is shared as widely as the levels say. */
const stretches = (...levels: readonly (readonly [count: number, level: number])[]) => {
  const all = levels.flatMap(([count, level]) => Array.from({ length: count }, () => level));
  return stretchesOf(Uint32Array.from(all.keys()), Uint8Array.from(all), LIMITS);
};

describe("how widely a gram is shared", () => {
  it("does not matter up to 9 texts, then by each doubling", () => {
    assert.deepEqual([2, 9, 10, 17, 18, 36, 1000].map(levelOf), [0, 0, 1, 1, 2, 3, 7]);
  });
});

describe("the stretches that many texts share", () => {
  it("go from the first word of the first gram to the last of the last", () => {
    assert.deepEqual(stretches([10, 0], [30, 2], [10, 0]), [{ start: 10, end: 44 }]);
  });

  it("are as long as a passage", () => {
    assert.deepEqual(stretches([10, 0], [20, 2], [10, 0]), []);
    assert.equal(stretches([10, 0], [21, 2], [10, 0]).length, 1);
  });

  it("are two where an idiom of some stands before a signature of all", () => {
    assert.deepEqual(stretches([30, 1], [30, 5]), [
      { start: 0, end: 34 },
      { start: 34, end: 64 },
    ]);
  });

  it("end where a gram is missing in between", () => {
    const places = Uint32Array.from([
      ...Array(25).keys(),
      ...Array.from(Array(25).keys(), (i) => i + 26),
    ]);
    assert.deepEqual(stretchesOf(places, new Uint8Array(50).fill(1), LIMITS), [
      { start: 0, end: 29 },
      { start: 29, end: 55 },
    ]);
  });
});

describe("a text without them", () => {
  it("has the words on their two sides as neighbours, and its grams where they stand then", () => {
    const text = textWith("w", 0, 50);
    const places = Uint32Array.from([0, 8, 20, 40, 45]);
    const numbers = Uint32Array.from(places.keys());
    const levels = new Uint8Array(places.length);
    const rest = withoutWide({ text, places, numbers, levels }, [{ start: 10, end: 40 }], 5);
    assert.equal(rest.text.words.count, 20);
    assert.deepEqual(
      [9, 10].map((word) => foldedWord(rest.text, word)),
      ["w9", "w40"],
    );
    // What reaches into the stretch went with it.
    assert.deepEqual([...rest.places], [0, 10, 15]);
    assert.deepEqual([...rest.numbers], [0, 3, 4]);
  });

  it("is the text where there are none", () => {
    const numbered = {
      text: textWith("w", 0, 9),
      places: new Uint32Array(),
      numbers: new Uint32Array(),
      levels: new Uint8Array(),
    };
    assert.equal(withoutWide(numbered, [], 5), numbered);
  });
});
