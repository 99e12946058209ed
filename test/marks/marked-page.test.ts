import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markedPage } from "../../src/marks/marked-page.ts";
import { wordsOf } from "../../src/text/words.ts";
import { randomText } from "../support/random-essays.ts";
import { random } from "../support/random.ts";
import { spanOf } from "../support/proof.ts";
import { markAt, marked, marksOn, pageOf, proseOf, unmarked } from "./support.ts";

const PASSAGE = "The harbour was quiet, and nobody had asked for light.";

describe("the marks on a page", () => {
  it("are on the words of the passage, with the punctuation behind them", () => {
    const text = `Before it. ${PASSAGE} After it.`;
    assert.deepEqual(marksOn(marked(text, spanOf(text, PASSAGE))), [PASSAGE]);
  });

  it("are on the copy that is meant, where a page has several", () => {
    const text = `${PASSAGE}\n\n${PASSAGE}\n\nAnd once more.\n\n${PASSAGE}\n`;
    for (const nth of [1, 2, 3]) {
      const page = marked(text, spanOf(text, PASSAGE, nth), { format: "txt" });
      const before = page.slice(0, page.indexOf("<mark"));
      assert.equal(before.split("The harbour").length, nth, `copy ${nth}`);
      assert.deepEqual(marksOn(page), [PASSAGE]);
    }
  });

  it("go across paragraphs, lists, emphasis and links", () => {
    const text = [
      "Ahead of it. The *harbour* was [quiet](https://example.org/a-long-way 'so').",
      "## And [dark][d]\n\n1. Nobody\n2. had **asked**  \n   for light.\n\n[d]: https://example.org/d",
      "Not this.",
    ].join("\n\n");
    const { start } = spanOf(text, "The *harbour");
    const page = marked(text, { start, end: spanOf(text, "for light.").end });
    assert.deepEqual(
      marksOn(page).map((part) => part.trim()),
      [
        "The",
        "harbour",
        "was",
        "quiet",
        ".",
        "And",
        "dark",
        "Nobody",
        "had",
        "asked",
        "for light.",
      ],
    );
    assert.equal(unmarked(page), pageOf(text));
  });

  it("leave quotations, code and the numbers of notes alone", () => {
    const text =
      "One two `three` four.[^n]\n\n> Five six.\n\n```\nseven\n```\n\nEight nine.\n\n[^n]: A note.\n";
    const { end } = spanOf(text, "Eight nine.");
    const page = marked(text, { start: 0, end });
    assert.deepEqual(marksOn(page), ["One two ", " four.", "Eight nine."]);
  });

  it("are on the words of a note where the page shows it, wherever it is written", () => {
    const note = "A rope that is coiled badly is no rope.";
    const text = `First.[^b] Then.[^a]\n\n[^a]: ${note}\n\n[^b]: Another note of some words.\n\nLast.\n`;
    const page = marked(text, spanOf(text, note));
    assert.deepEqual(marksOn(page), [note]);
    const inline = `First.^[${note}] Then.`;
    assert.deepEqual(marksOn(marked(inline, spanOf(inline, note))), [note]);
  });

  it("are not misled by what a page does not show, or shows of its own", () => {
    const text = [
      "---\ntitle: The harbour was quiet, and nobody had asked for light\n---\n#one #two\n",
      "# The harbour was quiet, and nobody had asked for light",
      "<!-- The harbour was quiet, and nobody had asked for light. -->",
      "![The harbour was quiet, and nobody had asked](a.png)",
      `&amp; [so](https://example.org/the-harbour-was-quiet-and-nobody "The harbour was quiet") ${PASSAGE} End.`,
    ].join("\n");
    const span = { start: text.lastIndexOf(PASSAGE), end: text.lastIndexOf(" End.") };
    assert.deepEqual(marksOn(marked(text, span)), [PASSAGE]);
  });

  it("reach the text's last word, also behind a link", () => {
    const text = "It ends [here](https://example.org/some/where), so.";
    const page = marked(text, { start: 0, end: text.length });
    assert.deepEqual(marksOn(page), ["It ends ", "here", ", so."]);
  });

  it("show where a passage begins and ends, and lead to the other place", () => {
    const page = marked(`Ahead. ${PASSAGE} Behind.`, spanOf(`Ahead. ${PASSAGE}`, PASSAGE));
    assert.match(page, /Ahead\. <span class="said-label" id="said:x-1"/);
    assert.match(page, /<a href="\/essays\/other\/#said:x-2">30 words said before<\/a>/);
    assert.match(page, /light\.<\/mark><span class="said-end"[^]*?End of what is said twice\./);
    assert.match(page, /<link rel="stylesheet" href="\/\.galley\/marks\.css">\n<\/head>/);
  });

  it("put no link into a link", () => {
    const text = `So [it is: ${PASSAGE}](https://example.org/) it ends.`;
    const page = marked(text, spanOf(text, PASSAGE));
    assert.match(
      page,
      /So <span class="said-label"[^]*?<\/span\s*><a href="https:\/\/example\.org\/">/,
    );
    assert.match(page, /<\/mark><\/a><span class="said-end"/);
  });

  it("overlap without a break of the markup", () => {
    const text = "One two three four five six seven.";
    const marks = [
      markAt(spanOf(text, "two three four"), { id: "said:a-1", role: "other" }),
      markAt(spanOf(text, "four five six"), { id: "said:b-2" }),
    ];
    const page = markedPage(pageOf(text), proseOf(text), marks);
    assert.deepEqual(marksOn(page), ["two three ", "four", " five six"]);
    assert.match(
      page,
      /<mark class="said-other">two three <\/mark><span class="said-label" id="said:b-2"/,
    );
    assert.equal(unmarked(page), pageOf(text));
  });

  it("tell the words that were changed", () => {
    const text = "The harbour was loud, and nobody asked for light.";
    const changed = [spanOf(text, "loud"), spanOf(text, "asked")];
    const page = markedPage(pageOf(text), proseOf(text), [
      markAt({ start: 0, end: 49 }, { changed }),
    ]);
    assert.deepEqual(
      Array.from(
        page.matchAll(/<mark class="said-copy said-changed">(.*?)<\/mark>/g),
        ([, word]) => word,
      ),
      ["loud", "asked"],
    );
    assert.match(page, /\(changed words are dashed\)/);
  });

  it("escape what a file is named", () => {
    const links = [{ words: 'in "><script>alert(1)</script>.md', href: '/"><b>/' }];
    const page = markedPage(pageOf(PASSAGE), proseOf(PASSAGE), [
      markAt({ start: 0, end: 54 }, { links }),
    ]);
    assert.match(page, /href="\/&quot;&gt;&lt;b&gt;\/">in &quot;&gt;&lt;script&gt;/);
  });

  it("are none on a page that says where no essay's text is, or has none of the words", () => {
    const elsewhere = "<html><head></head><body><p>The harbour was quiet.</p></body></html>";
    assert.equal(
      markedPage(elsewhere, proseOf(PASSAGE), [markAt({ start: 0, end: 54 })]),
      elsewhere,
    );
    assert.equal(
      markedPage(pageOf("Other words."), proseOf(PASSAGE), [markAt({ start: 0, end: 54 })]),
      pageOf("Other words."),
    );
  });

  it("are in no script, style or attribute of trusted HTML", () => {
    const text = `<style>\np::before { content: "a > b <p class='x'>" }\n</style>\n\n<p title="${PASSAGE}">${PASSAGE}</p>\n`;
    const span = { start: text.lastIndexOf(PASSAGE), end: text.lastIndexOf("</p>") };
    const page = marked(text, span, { html: true });
    assert.deepEqual(marksOn(page), [PASSAGE]);
    assert.equal(unmarked(page), pageOf(text, { html: true }));
  });

  it("are on no word outside the passage, and change nothing else, in random texts", () => {
    const next = random(11);
    for (let i = 0; i < 150; i++) {
      const text = randomText(next, `n${i}`, 60);
      const words = wordsOf(text);
      const first = Math.floor(next() * (words.count - 30));
      const span = { start: words.starts[first]!, end: words.ends[first + 29]! };
      for (const format of ["md", "txt"] as const) {
        const page = marked(text, span, { format });
        assert.equal(unmarked(page), pageOf(text, { format }), text);
        const said = text.slice(span.start, span.end);
        const own =
          marksOn(page)
            .join(" ")
            .match(new RegExp(`n${i}w\\d+`, "g")) ?? [];
        for (const word of own)
          assert.ok(said.includes(word), `${word} is not in\n${said}\nof\n${text}`);
        if (format === "txt")
          assert.equal(own.length, (said.match(new RegExp(`n${i}w\\d+`, "g")) ?? []).length);
      }
    }
  });
});
