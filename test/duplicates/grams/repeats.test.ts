import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { repeatsIn, repeatsOf } from "../../../src/duplicates/grams/repeats.ts";
import { suspectsIn } from "../../../src/duplicates/grams/suspects.ts";
import { random } from "../../support/random.ts";

const sketches = (...texts: readonly (readonly number[])[]): readonly Uint32Array[] =>
  texts.map((grams) => Uint32Array.from(grams));

/** Grams from `first` on, one after the other. */
const row = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => first + i);

describe("the grams that stand at two places or more", () => {
  it("have one number wherever they stand, and their places in order", () => {
    const repeats = repeatsIn(sketches([7, 8, 7], [9, 8], [5]));
    const [first, second, third] = [0, 1, 2].map((text) => repeatsOf(repeats, text));
    assert.equal(repeats.count, 2);
    assert.deepEqual([...first!.places], [0, 1, 2]);
    assert.deepEqual([...second!.places], [1]);
    assert.deepEqual([...third!.places], []);
    const [seven, eight] = first!.numbers;
    assert.deepEqual([...first!.numbers], [seven, eight, seven]);
    assert.deepEqual([...second!.numbers], [eight]);
    assert.deepEqual([repeats.texts[seven!], repeats.texts[eight!]], [1, 2]);
  });

  it("are those that a plain count finds, however many there are", () => {
    const next = random(1);
    const texts = Array.from({ length: 20 }, () =>
      Uint32Array.from({ length: 5000 }, () => Math.floor(next() * 2 ** 17) * 32_749),
    );
    const counts = new Map<number, number>();
    for (const gram of texts.flatMap((text) => [...text])) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    const repeats = repeatsIn(texts);
    texts.forEach((text, i) => {
      const expected = [...text.keys()].filter((place) => counts.get(text[place]!)! > 1);
      assert.deepEqual([...repeatsOf(repeats, i).places], expected);
    });
    assert.equal(repeats.count, [...counts.values()].filter((count) => count > 1).length);
  });

  it("are none of no texts, and none of empty ones", () => {
    assert.equal(repeatsIn([]).count, 0);
    assert.equal(repeatsIn(sketches([], [1], [])).count, 0);
  });
});

describe("the texts that a text is compared with", () => {
  const suspects = (...texts: readonly (readonly number[])[]) =>
    suspectsIn(repeatsIn(sketches(...texts)), { evidence: 3 });

  it("are earlier ones that share three grams with it", () => {
    assert.deepEqual(suspects(row(0, 9), row(100, 9), [1, 50, 101, 3, 102, 5]), [[], [], [0]]);
  });

  it("are the text itself where it repeats itself", () => {
    assert.deepEqual(suspects([1, 2, 3, 9, 1, 2, 3], [5]), [[0], []]);
  });

  it("are not those that share a gram with very many", () => {
    const shared = Array.from({ length: 10 }, (_, i) => [...row(0, 5), ...row(1000 + 10 * i, 3)]);
    assert.ok(suspects(...shared).every((earlier) => earlier.length === 0));
    assert.deepEqual(suspects(...shared.slice(1)).at(-1), row(0, 8));
  });
});
