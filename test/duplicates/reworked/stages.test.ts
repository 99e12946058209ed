import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pointsOf } from "../../../src/duplicates/reworked/points.ts";
import { restatedIn } from "../../../src/duplicates/reworked/restated.ts";
import { wholeSentences } from "../../../src/duplicates/reworked/sentences.ts";
import { stemmed, type Stemmed } from "../../../src/duplicates/reworked/stems.ts";
import { termsOf } from "../../../src/duplicates/reworked/terms.ts";
import { textOf, type Text } from "../../../src/duplicates/texts.ts";
import { prosesOf, sentences } from "../support.ts";
import { runOf } from "../stages.ts";

const texts = (...given: readonly string[]): readonly Text[] =>
  prosesOf(...given).map((value) => textOf(value));

const stemmedTexts = (...given: readonly string[]): readonly Stemmed[] =>
  texts(...given).map(stemmed);

const said = ({ text, words }: Text, start: number, length: number): string =>
  text.slice(words.starts[start], words.ends[start + length - 1]);

describe("stems", () => {
  const areOne = (a: string, b: string): boolean => {
    const [first, second] = stemmedTexts(a, b).map(({ stems }) => stems[0]);
    return first === second;
  };

  it("are equal for forms of a word, in any case", () => {
    assert.ok(areOne("believe", "Believing"));
    assert.ok(areOne("VERTRÄGE", "vertraglich"));
    assert.ok(areOne("harbour", "harbours"));
  });

  it("differ for words that begin otherwise", () => {
    assert.ok(!areOne("market", "margin"));
    assert.ok(!areOne("the", "then"));
  });
});

describe("texts that may restate each other", () => {
  it("share pairs of longer words that stand near each other, in either order", () => {
    const first =
      "The old market closed on Saturday after ninety years of trade, and farmers wept.";
    const again =
      "Farmers were weeping when, after ninety years of trading, the old market was closed.";
    assert.deepEqual(
      restatedIn(stemmedTexts(first, "Something else that nobody here has said before.", again)),
      [[], [], [0]],
    );
  });
});

describe("points", () => {
  it("are words of one stem whose neighbours are alike", () => {
    const about = (seed: number): string => sentences(seed, 12).join(" ");
    const said = "flowers gate silence fountain painted board offices stalls fence";
    const again = "painted boards fenced stall office flower gates silent fountains";
    const [first, second] = stemmedTexts(`${about(1)} ${said} ${about(2)}`, `${again} ${about(3)}`);
    const points = pointsOf(termsOf(second!.stems, first!.stems), false);
    assert.ok(points.length >= 7);
    const words = said.split(" ");
    for (const { at, source } of points) {
      assert.ok(at < words.length && source >= 144 && source < 144 + words.length);
    }
  });

  it("are none where only a word is common", () => {
    const [first, second] = stemmedTexts(
      `${sentences(1, 5).join(" ")} harbour ${sentences(2, 5).join(" ")}`,
      "quite other words stand around this harbour here today",
    );
    assert.deepEqual(pointsOf(termsOf(second!.stems, first!.stems), false), []);
  });
});

describe("the sentences of a run", () => {
  const [text] = texts("One is here. Two words more stand here! And three? Four.\n\nFive");
  const whole = (start: number, length: number): string => {
    const run = wholeSentences(runOf(text!, start, length));
    return said(text!, run.start, run.length);
  };

  it("are taken whole, at both ends", () => {
    assert.equal(whole(4, 2), "Two words more stand here");
    assert.equal(whole(4, 5), "Two words more stand here! And three");
    assert.equal(whole(3, 5), "Two words more stand here");
    assert.equal(whole(11, 1), "Five");
  });

  it("are left where too much would be added", () => {
    const [long] = texts(Array.from({ length: 40 }, (_, i) => `word${i}`).join(" "));
    assert.deepEqual(wholeSentences(runOf(long!, 15, 10)), runOf(long!, 7, 26));
  });
});
