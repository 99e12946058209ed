import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sentencesIn } from "../../src/fixing/sentences.ts";

const examples: Readonly<Record<string, readonly string[]>> = {
  "by their marks": ["We left.", "Did we?", "We did!", "And so…", "It went on"],
  "with what closes behind them": ["“We left.”", "(Did we?)", "*We did!*", "He left."],
  "where a note's sign stands behind": ["We left.\ufffc", "They did not.\ufffc", "So."],
  "but not where the next word is small": ["“Why?” he asked.", "We came … and left."],
  "but not behind what may be an abbreviation": [
    "Dr. Who met J. R. Smith and Prof. Kay, e.g. at sea.",
    "He left.",
  ],
  "but not in numbers, names and addresses": [
    "It costs 3.50 at example.com in vol. 2 of Node.js.",
    "No. 5 is next.",
  ],
  "in scripts without spaces": ["你好。", "再见！", "“好。”", "走吧"],
};

describe("sentences are told apart", () => {
  for (const [how, sentences] of Object.entries(examples)) {
    it(how, () => {
      const paragraph = ` ${sentences.join(how.includes("without") ? "" : "  ")} `;
      const found = sentencesIn(paragraph).map(({ start, end }) => paragraph.slice(start, end));
      assert.deepEqual(found, sentences);
    });
  }

  it("where they have grown together, with quotation marks on the side of their sentence", () => {
    const paragraph = "So it really is.I'm tired.“You are?”She was.";
    assert.deepEqual(
      sentencesIn(paragraph).map(({ start, end }) => paragraph.slice(start, end)),
      ["So it really is.", "I'm tired.", "“You are?”", "She was."],
    );
  });

  it("in a paragraph of a megabyte", () => {
    assert.equal(sentencesIn("They wait. ".repeat(100_000)).length, 100_000);
  });
});
