import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aligned, inverse } from "../../../src/duplicates/pair/alignment.ts";
import { isSameWord, textOf, type Run } from "../../../src/duplicates/texts.ts";
import { random } from "../../support/random.ts";
import { essayWords, prose } from "../support.ts";

function runOf(words: string): Run {
  const text = textOf(prose("a", 0, words));
  return { text, start: 0, length: text.words.count };
}

const alignment = (a: string, b: string): readonly number[] => [...aligned(runOf(a), runOf(b))];

describe("the alignment of two runs of words", () => {
  it("pairs equal runs word by word, whatever their case", () => {
    assert.deepEqual(
      alignment("one two three four five", "One two THREE four five"),
      [0, 1, 2, 3, 4],
    );
  });

  it("pairs what stands around a change", () => {
    assert.deepEqual(
      alignment("a b c d e f g h i j", "a b c d X f g h i j"),
      [0, 1, 2, 3, -1, 5, 6, 7, 8, 9],
    );
    assert.deepEqual(alignment("a b c d e f g h", "a b c d X Y e f g h"), [0, 1, 2, 3, 6, 7, 8, 9]);
  });

  it("pairs short common pieces between changes, in their order", () => {
    assert.deepEqual(
      alignment("p q r s 1 m 2 n 3 w x y z", "p q r s 4 m 5 n 6 w x y z"),
      [0, 1, 2, 3, -1, 5, -1, 7, -1, 9, 10, 11, 12],
    );
  });

  it("pairs rows of four words or more that have changed places", () => {
    assert.deepEqual(alignment("a b c d w x y z", "w x y z a b c d"), [4, 5, 6, 7, 0, 1, 2, 3]);
  });

  it("pairs what has a change near the beginning or the end", () => {
    assert.deepEqual(alignment("a X b c d e f", "a Y b c d e f"), [0, -1, 2, 3, 4, 5, 6]);
    assert.deepEqual(alignment("b c d e f X a", "b c d e f Y a"), [0, 1, 2, 3, 4, -1, 6]);
  });

  it("pairs a part of a longer text, where the run begins", () => {
    const text = textOf(prose("a", 0, "before before one two three four five after"));
    const part = { text, start: 2, length: 5 };
    assert.deepEqual([...aligned(part, runOf("one two three four five"))], [0, 1, 2, 3, 4]);
  });

  it("is empty where one side is", () => {
    assert.deepEqual(alignment("", "a b c"), []);
    assert.deepEqual(alignment("a b c", ""), [-1, -1, -1]);
  });
});

describe("the alignment, whatever the words", () => {
  it("pairs equal words, each once, and the same ones whichever run comes first", () => {
    for (let seed = 0; seed < 200; seed++) {
      const next = random(seed);
      // Few different words, so that many could be paired with many.
      const words = (from: number): string =>
        essayWords(from, 1 + Math.floor(next() * 120))
          .map((word) => (next() < 0.5 ? word : "ABCD"[Math.floor(next() * 4)]!))
          .join(" ");
      const [a, b] = [runOf(words(seed)), runOf(words(seed + (seed % 3)))];
      const partners = [...aligned(a, b)];
      assert.deepEqual(inverse(aligned(b, a), a.length), aligned(a, b), `seed ${seed}`);
      const paired = partners.filter((partner) => partner >= 0);
      assert.equal(partners.length, a.length);
      assert.equal(new Set(paired).size, paired.length, `seed ${seed}`);
      partners.forEach((j, i) => {
        if (j >= 0) assert.ok(isSameWord(a.text, i, b.text, j), `seed ${seed}, word ${i}`);
      });
    }
  });

  it("pairs all that a plain diff would, or nearly, where nothing has moved", () => {
    for (let seed = 0; seed < 200; seed++) {
      const next = random(seed);
      const words = essayWords(seed, 20 + Math.floor(next() * 120));
      const copy = words.flatMap((word) => {
        if (next() < 0.8) return [word];
        return next() < 0.5 ? [] : [`neu${word}`, word];
      });
      const [a, b] = [runOf(words.join(" ")), runOf(copy.join(" "))];
      const paired = aligned(a, b).filter((partner) => partner >= 0).length;
      const kept = commonSubsequence(words, copy);
      assert.ok(paired >= 0.9 * kept, `seed ${seed}: ${paired} of ${kept}`);
    }
  });
});

function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(word === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    });
    row = next;
  }
  return row.at(-1)!;
}
