import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Format } from "../../src/essays/essay.ts";
import { ROOT } from "../../src/io/root.ts";
import { fixedEssay } from "./support.ts";

const NETS =
  "The harbour was quiet when we came back, and nobody on the pier asked where we had been. It took us three days to mend the nets, and two more to find the boat a name.";
const NAMES =
  "Some names are given at once and stay for good. Others have to be earned by a long winter, by a leak that never quite closes, and by the hands that bail.";
const BOTH = `${NETS}\n\n${NAMES}`;

/** What is to go stands between ⟪ and ⟫; behind ¦ the format, where it is not Markdown. */
const fixes: Readonly<Record<string, string>> = {
  "paragraphs between others": `${BOTH}\n\nMiddle.\n\n⟪${BOTH}\n\n⟫End.\n`,
  "right behind the first": `${BOTH}⟪\n\n${BOTH}⟫\n`,
  "right behind the first, on the same line": `${BOTH}⟪ ${BOTH}⟫\n`,
  "right behind the first, without a space": `${BOTH}⟪${BOTH}⟫\n`,
  "at an end without a line break": `${BOTH}\n\nMiddle.⟪\n\n${BOTH}⟫`,
  "three times": `${NETS}⟪\n\n${NETS}\n\n${NETS}⟫\n`,
  "three times, with something between": `${NETS}\n\nA.\n\n⟪${NETS}\n\n⟫B.\n\n⟪${NETS}\n\n⟫C.\n`,
  "in the middle of a paragraph": `${NETS}\n\nBefore it. ⟪${NETS} ⟫Behind it.\n`,
  "pasted into the middle of a paragraph": `${BOTH}\n\nBefore it. ⟪${BOTH} ⟫Behind it.\n`,
  "at the end of a paragraph": `${NETS}\n\nBefore it.⟪ ${NETS}⟫\n\nBehind it.\n`,
  "at the beginning of a paragraph": `${NETS}\n\nMiddle.\n\n⟪${NETS} ⟫Behind it.\n`,
  "after a sentence that ends with the same words": `So it was in the end. ${NETS}\n\nThat is how it was in the end.⟪ ${NETS}⟫\n`,
  "before a sentence that begins with the same words": `${NETS} And so we left.\n\nMiddle. ⟪${NETS} ⟫And so they came.\n`,
  "a whole list": `- ${NETS}\n- ${NAMES}\n\nMiddle.\n\n⟪- ${NETS}\n- ${NAMES}\n\n⟫End.\n`,
  "a whole numbered list": `1. ${NETS}\n2. ${NAMES}\n\nMiddle.\n\n⟪1. ${NETS}\n2. ${NAMES}\n\n⟫End.\n`,
  "an item of a list": `- ${NETS}\n- Middle.\n⟪- ${NETS}\n⟫- End.\n`,
  "a paragraph of an item": `- A.\n\n  ${NETS}\n\n- B.\n\n⟪  ${NETS}\n\n⟫- End.\n`,
  "with its heading": `## Nets\n\n${NETS}\n\n⟪## Nets\n\n${NETS}\n\n⟫## Names\n\nNone.\n`,
  "all in italics": `*${NETS}*\n\nMiddle.⟪\n\n*${NETS}*⟫\n`,
  "of which the first alone is emphasised": `**${NETS}**\n\nMiddle.⟪\n\n${NETS}⟫\n`,
  "that ends in a link": `${NAMES} [${NETS}](https://a.example "a b")\n\nMiddle.⟪\n\n${NAMES} [${NETS}](https://a.example "a b")⟫\n`,
  "in quotation marks of another style": `“We don’t know – ${NETS}”\n\nMiddle.⟪\n\n"We don't know -- ${NETS}"⟫\n`,
  "broken at another width": `${NETS}\n\nMiddle.⟪\n\n${NETS.replaceAll(" w", "\nw")}⟫\n`,
  "with a note that the first has too": `${NETS}[^1] ${NAMES}\n\nMiddle.\n\n⟪${NETS}[^1] ${NAMES}\n\n⟫[^1]: A note.\n`,
  "with the quotation and the picture around it": `> Who asks?\n\n${NETS}\n\n![](z.png)\n\nMiddle.⟪\n\n> Who asks?\n\n${NETS}\n\n![](z.png)⟫\n`,
  "with the definitions of its links": `[${NETS}][1]\n\n[1]: https://a.example⟪\n\n[${NETS}][1]\n\n[1]: https://a.example⟫\n`,
  "with line breaks of Windows": `${BOTH}\r\n\r\nMiddle.\r\n\r\n⟪${BOTH}\r\n\r\n⟫End.\r\n`,
  "behind a byte order mark, with line breaks of old": `\ufeff#tag\r${NETS}\rMiddle.\r⟪${NETS}\r⟫End.\r¦txt`,
  "lines of a pasted text": `#tag\n${NETS}\n${NAMES}⟪\n${NETS}\n${NAMES}⟫\n\nEnd.¦txt`,
};

/** What is left as it is, with the reason. */
const refusals: Readonly<Record<string, readonly [text: string, why: RegExp, format?: Format]>> = {
  "stands in the middle of a sentence": [
    `${NETS}\n\nWe said that ${NETS.replace("The", "the")} Then we left.\n`,
    /whole sentences/,
  ],
  "ends in the middle of a sentence": [
    `${NETS} ${NAMES}\n\n${NETS.slice(0, -1)}, and so on.\n`,
    /whole/,
  ],
  "is the end of what is in italics": [`${NETS}\n\n*So we said. ${NETS}*\n`, /whole sentences/],
  "is part of the words of a link": [`${NETS}\n\n[We said. ${NETS}](https://a.example)\n`, /links/],
  "stands in a heading": [`${NETS}\n\n## We said. ${NETS}\n\nEnd.\n`, /heading/],
  "is a row of a table": [`| a |\n|---|\n| ${NETS} |\n| b |\n| ${NETS} |\n`, /a table/],
  "is an item of a numbered list": [`1. ${NETS}\n2. B.\n3. ${NETS}\n4. D.\n`, /a numbered list/],
  "is what a note says": [`${NETS}[^1]\n\n[^1]: ${NETS}\n`, /whole sentences/],
  "ends with another mark": [`${NETS}\n\nMiddle.\n\n${NETS.slice(0, -1)}?\n`, /punctuation/],
  "has other capitals": [`${NETS}\n\nMiddle.\n\n${NETS.toUpperCase()}\n`, /capitals/],
  "is emphasised where the first is not": [`${NETS}\n\nMiddle.\n\n**${NETS}**\n`, /emphasis/],
  "links to somewhere else": [
    `[${NETS}](https://a.example)\n\nMiddle.\n\n[${NETS}](https://b.example)\n`,
    /links/,
  ],
  "has a picture that the first has not": [
    `${NETS}\n\nMiddle.\n\n${NETS} ![](a.png)\n\nEnd.\n`,
    /pictures|whole/,
  ],
  "has a note of its own": [
    `${NETS}[^1]\n\nMiddle.\n\n${NETS}[^2]\n\n[^1]: A.\n[^2]: B.\n`,
    /notes/,
  ],
  "has a comment that the first has not": [
    `${NETS} ${NAMES}\n\nMiddle.\n\n${NETS} <!-- check --> ${NAMES}\n`,
    /not quite/,
  ],
  "has a quotation in it that the first has not": [
    `${BOTH}\n\nMiddle.\n\n${NETS}\n\n> Who asks?\n\n${NAMES}\n`,
    /not quite/,
  ],
  "has an underlined last line": [`${BOTH}\n\n${BOTH}\n---\n\nEnd.\n`, /./],
  "is all that a heading leads to": [
    `## A\n\n${NETS}\n\n## B\n\n${NETS}\n\n## C\n\nEnd.\n`,
    /heading/,
  ],
  "is announced": [`${NETS}\n\nAs I said:\n\n${NETS}\n\nEnd.\n`, /colon/],
  "stands between lines across the page": [
    `${NETS}\n\n---\n\n${NETS}\n\n---\n\nEnd.\n`,
    /line across/,
  ],
  "closes a quotation that opens before it": [
    `“Well then. ${NETS}”\n\n“Oh yes. ${NETS}”\n`,
    /quotation mark/,
  ],
  "is said with other sums": [
    `${NETS} It cost $5.\n\nB.\n\n${NETS} It cost €5.\n\nC.`,
    /punctuation/,
    "txt",
  ],
};

const marked = (example: string): { before: string; after: string; format: Format } => {
  const [text, format = "md"] = example.split("¦");
  return {
    before: text!.replace(/[⟪⟫]/g, ""),
    after: text!.replace(/⟪[^⟫]*⟫/g, ""),
    format: format as Format,
  };
};

describe("a later copy is cut out", () => {
  for (const [what, example] of Object.entries(fixes)) {
    it(what, () => {
      const { before, after, format } = marked(example);
      const { text, left } = fixedEssay(before, format);
      assert.deepEqual([text, left], [after, []]);
    });
  }

  it("from the real essay, which keeps its header and its six paragraphs", () => {
    const file = join(ROOT, "content/essays/2026-02-24-who-is-on-call.txt");
    const text = readFileSync(file, "utf8");
    assert.equal(fixedEssay(text, "txt").text, text.split("\n").slice(0, 7).join("\n"));
  });
});

describe("a later copy is left", () => {
  for (const [what, [text, why, format]] of Object.entries(refusals)) {
    it(`that ${what}`, () => {
      const fixed = fixedEssay(text, format);
      assert.equal(fixed.text, text);
      assert.deepEqual(fixed.cuts, []);
      assert.equal(fixed.left.length, 1);
      assert.match(fixed.left[0]!.why, why);
    });
  }

  it("that holds what another one copies, until that is gone", () => {
    const text = `${NETS} Alone.\n\nA.\n\n${NETS} ${NAMES}\n\nB.\n\n${NAMES} End.\n`;
    const once = fixedEssay(text).text;
    assert.equal(once, `${NETS} Alone.\n\nA.\n\n${NAMES}\n\nB.\n\nEnd.\n`);
  });

  it("where others of the same passage go", () => {
    const text = `${NETS}\n\nA.\n\n**${NETS}**\n\nB.\n\n${NETS}\n`;
    const { text: fixed, left } = fixedEssay(text);
    assert.equal(fixed, `${NETS}\n\nA.\n\n**${NETS}**\n\nB.\n`);
    assert.equal(left.length, 1);
  });
});
