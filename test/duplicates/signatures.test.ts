import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates, isSignature, type Prose } from "../../src/duplicates/index.ts";
import { essayWords, prose, sentences, textsOf } from "./support.ts";

const ESSAYS = 40;
/** That many make a signature. */
const FEWEST = 10;
const SIGNATURE = sentences(1, 3).join(" ");
const COPIED = sentences(2, 4).join(" ");

/** Essays of their own words; `textOf` sets them. */
const library = (count: number, textOf: (i: number, own: string) => string): readonly Prose[] =>
  Array.from({ length: count }, (_, i) =>
    prose(`essay-${i}`, i, textOf(i, `${essayWords(i + 100, 120).join(" ")}.`)),
  );

const isCopying = (i: number): boolean => i === 11 || i === 30;

describe("a signature in every essay", () => {
  const layouts: Readonly<Record<string, (own: string, copied: string) => string>> = {
    "behind a copy that touches it": (own, copied) => `${own} ${copied} ${SIGNATURE}`,
    "before a copy that touches it": (own, copied) => `${SIGNATURE} ${copied} ${own}`,
    "between a copy and the rest": (own, copied) => `${copied} ${SIGNATURE} ${own}`,
  };
  for (const [where, set] of Object.entries(layouts)) {
    for (const count of [FEWEST, 16, ESSAYS]) {
      it(`is one passage, and so is what two of ${count} share, ${where}`, () => {
        const isCopying = (i: number): boolean => i === 3 || i === count - 2;
        const proses = library(count, (i, own) => set(own, isCopying(i) ? COPIED : ""));
        const passages = findDuplicates(proses);
        const signatures = passages.filter(isSignature);
        assert.deepEqual(
          signatures.map(({ words, places }) => [words, places.length]),
          [[36, count]],
        );
        assert.ok(textsOf(proses, signatures[0]!).every((text) => text === SIGNATURE));
        const [copy, ...others] = passages.filter((passage) => !isSignature(passage));
        assert.deepEqual(others, []);
        assert.deepEqual(textsOf(proses, copy!), [COPIED, COPIED]);
      });
    }
  }

  it("is one passage where it stands inside of what two of them share", () => {
    const half = COPIED.length / 2;
    const cut = COPIED.indexOf(". ", half) + 2;
    const [first, second] = [COPIED.slice(0, cut), COPIED.slice(cut)];
    const proses = library(ESSAYS, (i, own) =>
      isCopying(i) ? `${own} ${first} ${SIGNATURE} ${second}` : `${own} ${SIGNATURE}`,
    );
    const passages = findDuplicates(proses);
    assert.deepEqual(
      passages.map(({ kind, words, places }) => [kind, words, places.length]),
      [
        ["exact", 48, 2],
        ["exact", 36, ESSAYS],
      ],
    );
    assert.ok(isSignature(passages[1]!));
  });

  it("is one passage though some of them change a word beside it", () => {
    const proses = library(
      ESSAYS,
      (i, own) => `${own} ${i % 3 === 0 ? "Yours" : "As ever"}, ${SIGNATURE}`,
    );
    assert.deepEqual(
      findDuplicates(proses).map(({ words, places }) => [words, places.length]),
      [[36, ESSAYS]],
    );
  });
});

describe("a paragraph in all of 10,000 essays", () => {
  it("is one passage with a place in each", () => {
    const proses = library(10_000, (i, own) =>
      i % 2 === 0 ? `${own} ${SIGNATURE}` : `${SIGNATURE} ${own}`,
    );
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual([passage!.words, passage!.places.length], [36, 10_000]);
  });
});
