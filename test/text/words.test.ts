import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldWord, isUnspaced } from "../../src/text/letters.ts";
import { countWords, wordsOf } from "../../src/text/words.ts";
import { random } from "../support/random.ts";

const split = (text: string): readonly string[] => {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
};

const hashOf = (word: string): number => {
  const { count, hashes } = wordsOf(word);
  assert.equal(count, 1, `“${word}” is one word`);
  return hashes[0]!;
};

describe("words", () => {
  it("are runs of letters, marks and digits", () => {
    assert.deepEqual(split("One, two — 3rd: (four)."), ["One", "two", "3rd", "four"]);
  });

  it("are two where a space is missing after a full stop", () => {
    assert.deepEqual(split("really is.I'm still"), ["really", "is", "I'm", "still"]);
  });

  it("hold apostrophes inside, straight or curly, and none at their ends", () => {
    assert.deepEqual(split("'tis rock'n'roll, don’t ''quote'' the boys'"), [
      "tis",
      "rock'n'roll",
      "don’t",
      "quote",
      "the",
      "boys",
    ]);
  });

  it("are separated by hyphens, underscores and marks of emphasis", () => {
    assert.deepEqual(split("well-known snake_case **bold**_it_"), [
      "well",
      "known",
      "snake",
      "case",
      "bold",
      "it",
    ]);
  });

  it("are single characters in scripts without spaces", () => {
    assert.deepEqual(split("日本語はGPT4です。"), ["日", "本", "語", "は", "GPT4", "で", "す"]);
    assert.deepEqual(split("ภาษาไทย"), ["ภ", "า", "ษ", "า", "ไ", "ท", "ย"]);
    assert.deepEqual(split("か\u3099き"), ["か\u3099", "き"]);
    assert.deepEqual(split("𠀋𠀌"), ["𠀋", "𠀌"]);
  });

  it("are whole in scripts with spaces", () => {
    assert.deepEqual(split("한국어 हिन्दी العربية ελληνικά"), [
      "한국어",
      "हिन्दी",
      "العربية",
      "ελληνικά",
    ]);
  });

  it("are not made of emoji, or of marks without a letter", () => {
    assert.equal(countWords("😀 ❤️ 👩‍👩‍👧 \u0301 … — ’"), 0);
  });

  it("are found in a span alone, with its offsets in the whole text", () => {
    const words = wordsOf("one two three four", { start: 4, end: 13 });
    assert.equal(words.count, 2);
    assert.deepEqual(Array.from(words.starts.slice(0, 2)), [4, 8]);
    assert.deepEqual(Array.from(words.ends.slice(0, 2)), [7, 13]);
  });

  it("are cut at the end of the span", () => {
    assert.deepEqual(Array.from(wordsOf("don't", { start: 0, end: 4 }).ends.slice(0, 1)), [3]);
  });

  it("are not found in what is skipped", () => {
    const text = "see [the essay](essay.md) now";
    const skip = [{ start: text.indexOf("(") + 1, end: text.indexOf(")") }];
    assert.equal(countWords(text, undefined, skip), 4);
    assert.equal(countWords(text, { start: 0, end: 18 }, skip), 3);
    assert.equal(countWords(text, { start: 20, end: text.length }, skip), 1);
  });

  it("are as many as the contract says in the real essay's first line", () => {
    assert.equal(countWords("#opg $OPG @OpenGradient"), 3);
  });

  it("are all found in text with more words than the columns expect", () => {
    assert.equal(countWords("a b ".repeat(5000)), 10000);
  });

  it("are the same whether found in the whole or in pieces", () => {
    const next = random(7);
    const alphabet = ["a", "É", "e\u0301", "'", "’", " ", ".", "日", "ß", "😀", "\u00ad", "7"];
    for (let round = 0; round < 200; round++) {
      const pick = () => alphabet[Math.floor(next() * alphabet.length)]!;
      const left = Array.from({ length: 12 }, pick).join("");
      const right = Array.from({ length: 12 }, pick).join("");
      const text = `${left} ${right}`;
      const middle = { start: left.length, end: left.length + 1 };
      assert.equal(countWords(text), countWords(left) + countWords(right), text);
      assert.equal(countWords(text, undefined, [middle]), countWords(text), text);
    }
  });
});

describe("two spellings of one word", () => {
  const pairs: readonly (readonly [string, string, string])[] = [
    ["case", "Straße", "STRASSE"],
    ["Greek case with its final sigma", "οδος", "ΟΔΟΣ"],
    ["case beyond ASCII", "éCLAIR", "Éclair"],
    ["apostrophes", "don't", "don’t"],
    ["an apostrophe that is a letter", "don't", "donʼt"],
    ["composition", "café", "cafe\u0301"],
    ["composition of Hangul", "각", "\u1100\u1161\u11a8"],
    ["ligatures", "office", "oﬃce"],
    ["full width", "ABC123", "ＡＢＣ１２３"],
    ["soft hyphens", "hyphen", "hy\u00adphen"],
    ["zero-width characters", "word", "w\u200bo\u2060rd"],
    ["voiced kana", "が", "か\u3099"],
  ];
  for (const [difference, a, b] of pairs) {
    it(`have one hash and one folded form: ${difference}`, () => {
      assert.equal(hashOf(a), hashOf(b));
      assert.equal(foldWord(a), foldWord(b));
    });
  }

  it("have the hash of the form that they fold to", () => {
    for (const word of ["Word", "ÀÉÎ", "ﬁn", "𝐁old", "Ⅷ", "ёж", "ǅ"]) {
      assert.equal(hashOf(word), hashOf(foldWord(word)), word);
    }
  });
});

describe("hashes of words", () => {
  it("differ for a vocabulary of different words", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
    const { hashes, count } = wordsOf(words.join(" "));
    assert.equal(count, words.length);
    assert.ok(new Set(hashes.slice(0, count)).size > words.length - 3);
  });
});

describe("isUnspaced", () => {
  it("tells characters that are words by themselves", () => {
    assert.ok(isUnspaced("日", 0));
    assert.ok(isUnspaced("a𠀋", 1));
    assert.ok(!isUnspaced("a", 0));
    assert.ok(!isUnspaced("", 0));
  });
});
