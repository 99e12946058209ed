import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chainsOf } from "../../../src/duplicates/pair/chains.ts";
import { promises } from "../../../src/duplicates/pair/promise.ts";
import { seedsBetween, type Seed } from "../../../src/duplicates/pair/seeds.ts";
import { byStrength } from "../../../src/duplicates/pair/strength.ts";
import { essayWords } from "../support.ts";
import { LIMITS, indexedOf, runOf } from "../stages.ts";

const seed = (start: number, source: number, length: number): Seed => ({
  start,
  source,
  length,
  alsoAt: [],
});

/** [start, source, length] of the seeds of a later text and an earlier one. */
function seeds(earlier: string, later: string) {
  const [first, second] = indexedOf(earlier, later);
  return seedsBetween(second!, first!, LIMITS).map(({ start, source, length }) => [
    start,
    source,
    length,
  ]);
}

describe("seeds", () => {
  it("are the rows of five equal words or more, as far as they reach", () => {
    assert.deepEqual(seeds("a b c d e f g x1 h i j k l", "y1 a b c d e f g y2 y3 h i j k l"), [
      [1, 0, 7],
      [10, 8, 5],
    ]);
    assert.deepEqual(seeds("a b c d x", "a b c d y"), []);
  });

  it("are one for each place where the source says it, if it is less than a passage", () => {
    assert.deepEqual(seeds("a b c d e x a b c d e", "a b c d e"), [
      [0, 0, 5],
      [0, 6, 5],
    ]);
  });

  it("are one with other places where it is a passage", () => {
    const said = essayWords(1, 30).join(" ");
    const [first, second] = indexedOf(`${said} x ${said}`, `y ${said}`);
    const found = seedsBetween(second!, first!, LIMITS);
    assert.deepEqual(found, [{ start: 1, source: 0, length: 30, alsoAt: [31] }]);
  });

  it("never reach into their own source", () => {
    const said = essayWords(2, 30).join(" ");
    const [own] = indexedOf(`${said} ${said} ${said}`);
    const found = seedsBetween(own!, own!, LIMITS);
    assert.ok(found.length > 0);
    for (const { start, source, length } of found) assert.ok(source + length <= start);
  });

  it("are weak where they lie in a longer one, on either side", () => {
    const long = seed(10, 100, 20);
    const [within, acrossSource, apart] = [seed(15, 7, 5), seed(60, 110, 5), seed(80, 180, 5)];
    const { strong, weak } = byStrength([long, within, acrossSource, apart]);
    assert.deepEqual(strong, [long, apart]);
    assert.deepEqual(new Set(weak), new Set([within, acrossSource]));
  });
});

describe("chains of seeds", () => {
  const chains = (given: readonly Seed[], gap: number, isOwn = false) =>
    chainsOf(given, gap, isOwn).map((chain) => chain.map(({ start }) => start));

  it("hold those that lie near each other on both sides", () => {
    const near = [seed(0, 100, 10), seed(15, 112, 10)];
    assert.deepEqual(chains(near, 10), [[0, 15]]);
    assert.deepEqual(chains([near[0]!, seed(15, 150, 10)], 10), [[0], [15]]);
    assert.deepEqual(chains([near[0]!, seed(50, 112, 10)], 10), [[0], [50]]);
  });

  it("hold them in any order", () => {
    assert.deepEqual(chains([seed(0, 112, 10), seed(12, 100, 10)], 10), [[0, 12]]);
  });

  it("do not hold two that say one thing twice", () => {
    assert.deepEqual(chains([seed(0, 100, 10), seed(12, 100, 10)], 10), [[0], [12]]);
  });

  it("do not overlap their own source where the texts are one", () => {
    const touching = [seed(30, 0, 10), seed(42, 25, 10)];
    assert.deepEqual(chains(touching, 20, true), [[30], [42]]);
    assert.deepEqual(chains(touching, 20), [[30, 42]]);
  });
});

describe("two runs promise a passage", () => {
  const promised = (earlier: string, later: string): boolean => {
    const [a, b] = indexedOf(earlier, later).map(({ text }) => runOf(text, 0, text.words.count));
    return promises(a!, b!, LIMITS.minWords);
  };

  it("where ten words of them lie in equal rows of three, in any order", () => {
    assert.ok(promised("a b c d x1 e f g x2 h i j", "h i j y1 y2 a b c d y3 e f g"));
    assert.ok(!promised("a b c d x1 e f g x2 h i x3", "h i j y1 y2 a b c d y3 e f g"));
  });
});
