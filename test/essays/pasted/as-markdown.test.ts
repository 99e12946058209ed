import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "prettier";
import { asMarkdown } from "../../../src/essays/pasted/as-markdown.ts";
import { foldWord } from "../../../src/text/letters.ts";
import { wordsOf } from "../../../src/text/words.ts";
import { read, render, shownText } from "../../support/essays.ts";
import { random } from "../../support/random.ts";
import { randomText } from "../../support/random-essays.ts";
import { PASTED, pasted, realEssay } from "./fixtures.ts";

const ROUNDS = 1500;

const converted = (text: string): string =>
  asMarkdown(text, read(text, { format: "txt" }).essay.manuscript.body);

/** The words that a page shows, in order, as the detector of copies would compare them. */
function wordsShown(text: string, format: "md" | "txt"): readonly string[] {
  const shown = shownText(render(text, { format }));
  const { count, starts, ends } = wordsOf(shown);
  return Array.from({ length: count }, (_, i) => foldWord(shown.slice(starts[i], ends[i])));
}

/** Everything shown but white space, with quotes, dashes and dots in the form that typewriters have. */
const signsShown = (text: string, format: "md" | "txt"): string =>
  shownText(render(text, { format }))
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[-–—]+/g, "-")
    .replace(/…|\.{3}/g, "...")
    .replace(/\s+/gu, "");

describe("Markdown made of pasted text", () => {
  for (const name of PASTED) {
    it(`shows the same words and signs as the pasted "${name}"`, () => {
      const text = pasted(name);
      const markdown = converted(text);
      assert.deepEqual(wordsShown(markdown, "md"), wordsShown(text, "txt"));
      assert.equal(signsShown(markdown, "md"), signsShown(text, "txt"));
    });
  }

  it("shows the same words as the real essay", () => {
    const markdown = converted(realEssay());
    assert.deepEqual(wordsShown(markdown, "md"), wordsShown(realEssay(), "txt"));
    assert.equal(wordsShown(markdown, "md").length, 470);
  });

  it("shows the same words and signs for any mixture of marks", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const text = randomText(random(seed), `s${seed}`, 12);
      const markdown = converted(text);
      const context = JSON.stringify({ text, markdown });
      assert.deepEqual(wordsShown(markdown, "md"), wordsShown(text, "txt"), context);
      assert.equal(signsShown(markdown, "md"), signsShown(text, "txt"), context);
    }
  });

  it("has the same paragraphs, tags and links", () => {
    for (const name of PASTED) {
      const text = pasted(name);
      const [before, after] = [read(text, { format: "txt" }).essay, read(converted(text)).essay];
      assert.deepEqual(
        after.tags.map(({ kind, label }) => [kind, label]),
        before.tags.map(({ kind, label }) => [kind, label]),
      );
      assert.deepEqual(
        after.manuscript.links.map(({ target }) => target),
        before.manuscript.links.map(({ target }) => target),
      );
      const count = (html: string): number => html.split("<p>").length;
      assert.equal(count(render(converted(text))), count(render(text, { format: "txt" })), name);
    }
  });

  it("is spelled as prettier would", async () => {
    for (const text of [...PASTED.map(pasted), realEssay()]) {
      const markdown = converted(text);
      assert.equal(await format(markdown, { parser: "markdown" }), markdown);
    }
  });

  const lines: Readonly<Record<string, string>> = {
    "# of pages": "\\# of pages",
    "#topic in a sentence": "#topic in a sentence",
    "> quoted": "\\> quoted",
    "- one": "\\- one",
    "-5 degrees": "-5 degrees",
    "+ one": "\\+ one",
    "1. one": "1\\. one",
    "2) two": "2\\) two",
    "1.5 metres": "1.5 metres",
    "---": "\\-\\-\\-",
    "- - -": "\\- \\- \\-",
    "a * b": "a \\* b",
    snake_case_word: "snake_case_word",
    _so_: "\\_so\\_",
    "[a](b)": "\\[a](b)",
    "[a]: b": "\\[a]: b",
    "<b>": "\\<b>",
    "1 < 2": "1 < 2",
    "&amp; R&D": "\\&amp; R\\&D",
    "this & that": "this & that",
    "`code`": "\\`code\\`",
    "~~gone~~ ~5": "\\~\\~gone\\~\\~ ~5",
    "C:\\new \\* \\": "C:\\new \\\\\\* \\\\",
    "    indented": "indented",
    "<!-- note -->": "\\<!-- note -->",
    "see https://example.org/a_b*c?d=1&e.": "see <https://example.org/a_b*c?d=1&e>.",
    "https://example.org/%E6%97%A5":
      "[https\\:\\/\\/example\\.org\\/\\%E6\\%97\\%A5](<https://example.org/%E6%97%A5>)",
  };
  for (const [line, wanted] of Object.entries(lines)) {
    it(`writes ${JSON.stringify(line)} so that it shows as it is, and no more`, () => {
      const text = `First.\n${line}\nLast.`;
      assert.equal(converted(text), `First.\n\n${wanted}\n\nLast.\n`);
    });
  }

  it("keeps front matter and the line of tags as they are", () => {
    const text = '---\ntitle: "*A* title"\n---\n#a_b $OPG\n\n*one*\ntwo\n';
    assert.equal(converted(text), '---\ntitle: "*A* title"\n---\n#a_b $OPG\n\n\\*one\\*\n\ntwo\n');
  });
});
