import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { random } from "../support/random.ts";
import { essayWords, found, prose, prosesOf } from "./support.ts";

/**
 * Texts on which a careless detector takes minutes or reports thousands of findings. How long they take is
 * not asserted, but with work that grows as the square of the words these tests would not end.
 */
describe("a detector in a trap", () => {
  it("reports 200 identical essays once", () => {
    const text = essayWords(1, 800).join(" ");
    const proses = Array.from({ length: 200 }, (_, i) => prose(`essay-${i}`, i, text));
    const passages = findDuplicates(proses);
    assert.deepEqual(
      passages.map(({ words, places }) => [words, places.length]),
      [[800, 200]],
    );
  });

  it("reports one sentence typed 500 times a few times", () => {
    const text = "All work and no play makes Jack a dull boy. ".repeat(500);
    const passages = findDuplicates([prose("shining", 0, text)]);
    assert.ok(passages.length > 0 && passages.length < 5);
    assert.ok(passages.every(({ words }) => words <= 60));
  });

  it("reads a megabyte of one word", () => {
    const passages = findDuplicates([prose("a", 0, "a ".repeat(2 ** 19))]);
    assert.deepEqual(
      passages.map(({ words, places }) => [words, places.length]),
      [[25, Math.floor(2 ** 19 / 25)]],
    );
  });

  it("reads a megabyte that was pasted twice", () => {
    const half = essayWords(1, 80_000).join(" ");
    const passages = findDuplicates([prose("a", 0, `${half}\n${half}`)]);
    assert.deepEqual(
      passages.map(({ words, places }) => [words, places.length]),
      [[80_000, 2]],
    );
  });

  it("reads a text that nests in itself, as Fibonacci's words do", () => {
    let [shorter, text] = ["a ", "b "];
    while (text.length < 400_000) [shorter, text] = [text, text + shorter];
    const passages = findDuplicates([prose("a", 0, text)]);
    assert.ok(passages.length > 0 && passages.length < 30);
  });

  it("reads two texts of a few words in every order, as yes and no stand in a log", () => {
    const next = random(1);
    const text = (): string =>
      Array.from({ length: 30_000 }, () => "abcde".charAt(Math.floor(5 * next()))).join(" ");
    const passages = findDuplicates(prosesOf(text(), text()));
    assert.ok(passages.length > 0);
  });

  it("reads a megabyte of prose that says nothing twice, beside one that copies a sentence of it", () => {
    const words = essayWords(2, 200_000);
    const said = words.slice(120_000, 120_030).join(" ");
    const whole = words.join(" ").slice(0, 2 ** 20);
    const proses = prosesOf(whole, `Then ${said} now`);
    assert.deepEqual(found(proses), [[said, said]]);
  });

  it("finds nothing in texts of no word, of one, and of none at all", () => {
    for (const texts of [[], [""], ["", ""], ["one"], ["—", "…\n\n", "one", "one"]]) {
      assert.deepEqual(findDuplicates(prosesOf(...texts)), []);
      assert.deepEqual(findDuplicates(prosesOf(...texts), { reworked: true }), []);
    }
  });
});
