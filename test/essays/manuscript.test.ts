import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decode } from "../../src/essays/decode.ts";
import type { Format } from "../../src/essays/essay.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";
import { proseSkips } from "../../src/essays/skips.ts";
import { wordsOf } from "../../src/text/words.ts";

const REAL = new URL("../../content/essays/2026-02-24-who-is-on-call.txt", import.meta.url);

const manuscriptOf = (text: string, format: Format = "md", html = false) =>
  readManuscript(text, format, "essay", { html, language: "en" }).manuscript;
const tagsOf = (text: string) =>
  manuscriptOf(text).tags.map(({ kind, label }) => `${kind} ${label}`);
const bodyOf = (text: string) => {
  const { start, end } = manuscriptOf(text).body;
  return text.slice(start, end);
};
const proseOf = (text: string, format: Format = "md"): string => {
  const { starts, ends, count } = wordsOf(
    text,
    undefined,
    proseSkips(text, manuscriptOf(text, format)),
  );
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i])).join(" ");
};

test("reads the real essay", () => {
  const { text, findings } = decode(readFileSync(REAL));
  assert.deepEqual(findings, []);
  const manuscript = manuscriptOf(text, "txt");
  assert.deepEqual(
    manuscript.tags.map(({ kind, label }) => ({ kind, label })),
    [
      { kind: "topic", label: "opg" },
      { kind: "ticker", label: "OPG" },
      { kind: "mention", label: "OpenGradient" },
    ],
  );
  assert.equal(manuscript.words, 470);
  assert.deepEqual(manuscript.body, { start: 24, end: text.length });
  assert.equal(
    manuscript.opening,
    "I've started to feel a kind of reflexive skepticism toward anything…",
  );
});

test("lifts up to five lines of tags off the top", () => {
  const text = "\n#one #two\n$THREE @four\n\nBody";
  assert.deepEqual(tagsOf(text), ["topic one", "topic two", "ticker THREE", "mention four"]);
  assert.equal(bodyOf(text), "\nBody");
  assert.equal(tagsOf("#a\n#b\n#c\n#d\n#e\n#f\n").length, 5);
  assert.equal(bodyOf("#a\n#b\n#c\n#d\n#e\n#f\n"), "#f\n");
});

test("takes tags of every script and sign, and places them", () => {
  const text = "---\ntags: [plain]\n---\n  #日本語 #C++ #C# @a_b.c\t$X-1 \r\nBody";
  const { tags, body } = manuscriptOf(text);
  assert.deepEqual(
    tags.map(({ span }) => text.slice(span.start, span.end)),
    ["plain", "#日本語", "#C++", "#C#", "@a_b.c", "$X-1"],
  );
  assert.equal(text.slice(body.start), "Body");
});

test("leaves what only looks like a tag in the text", () => {
  for (const text of [
    "# Heading",
    "$100 is a lot",
    "#one and words",
    "#one, #two",
    "#1",
    "##two",
    "@ me",
    "Words first\n#one",
    "#_x",
    "#",
  ]) {
    assert.deepEqual(tagsOf(text), [], text);
    assert.equal(bodyOf(text), text);
  }
});

test("takes any string as a tag of front matter, and its sign for its kind", () => {
  const text = `---\ntags: ["C++", "😀", "../x", "__proto__", "@me", "$T", "#h", "two words"]\n---\n`;
  assert.deepEqual(tagsOf(text), [
    ...["topic C++", "topic 😀", "topic ../x", "topic __proto__"],
    ...["mention me", "ticker T", "topic h", "topic two words"],
  ]);
});

test("refuses a tag without a name", () => {
  const { findings } = readManuscript("---\ntags: ['#', ok]\n---\n", "md", "essay", {
    html: false,
    language: "en",
  });
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["invalid-front-matter"],
  );
});

test("finds the heading that a text opens with", () => {
  const heading = (text: string) => manuscriptOf(text).heading?.value;
  assert.equal(heading("# The *real* `thing` &amp; [more](x.md)\n\nBody"), "The real thing & more");
  assert.equal(heading("A title\n=======\n\nBody"), "A title");
  assert.equal(heading("\n\n<!-- note -->\n\n# Title #\n"), "Title");
  assert.equal(heading("## Second\n\nBody"), undefined);
  assert.equal(heading("Words\n\n# Later"), undefined);
  assert.equal(heading("#\n\nBody"), undefined);
  const text = "---\nlang: en\n---\n\nA title\n===\nBody";
  const { span } = manuscriptOf(text).heading!;
  assert.equal(text.slice(span.start, span.end), "A title\n===");
});

test("takes the first sentence for the opening", () => {
  const opening = (text: string, format: Format = "md") => manuscriptOf(text, format).opening;
  assert.equal(opening("It *rained*. Then it stopped."), "It rained.");
  assert.equal(opening("Why? Because."), "Why?");
  assert.equal(
    opening("Dr. No met J. Smith, e.g. here. Then left."),
    "Dr. No met J. Smith, e.g. here.",
  );
  assert.equal(opening("is.I'm still turning. Over."), "is.I'm still turning.");
  assert.equal(opening("“Really?” she said. No."), "“Really?”");
  assert.equal(opening("今日は雨です。明日は晴れ。"), "今日は雨です。");
  assert.equal(opening("***\n\n![a picture](x.png)\n\n> Quoted words. More."), "Quoted words.");
  assert.equal(opening("* * *", "txt"), "");
  assert.equal(opening("*Not* markup. Here.", "txt"), "*Not* markup.");
  assert.equal(opening("Line one\nline two. End."), "Line one line two.");
});

test("cuts the opening at a word, to 70 characters with the ellipsis", () => {
  const long =
    "Several words that go on and on, and then some more words, until nobody reads on any more at all";
  const { opening } = manuscriptOf(long);
  assert.equal(opening, "Several words that go on and on, and then some more words, until…");
  for (const text of ["長".repeat(200), "😀x".repeat(90), "e\u0301".repeat(100), "w".repeat(500)]) {
    const cut = manuscriptOf(text, "txt").opening;
    assert.ok(cut.length <= 70 && cut.length > 60, cut);
    assert.equal(new TextDecoder().decode(new TextEncoder().encode(cut)), cut);
    assert.ok(
      text.startsWith(cut.slice(0, -1)) && !/^\p{M}/u.test(text.slice(cut.length - 1)),
      cut,
    );
  }
});

test("sums up the first words, without headings, notes and comments", () => {
  const text =
    "# Title\n\nOne[^1] two.\n\n## Sub\n\n- three\n- four <!-- five -->\n\n[^1]: Six.\n\nSeven";
  assert.equal(manuscriptOf(text).summary, "One two. three four Seven");
  assert.ok(manuscriptOf("word ".repeat(300)).summary.length <= 200);
});

test("counts words without comments, targets and tags", () => {
  const words = (text: string) => manuscriptOf(text).words;
  assert.equal(words('#tag\n\nOne [two](three.md "four") <!-- five --> `six` > seven'), 4);
  assert.equal(words("One https://example.org/two?three <https://four.example>"), 1);
  assert.equal(words("One[^1]\n\n[^1]: two\n\n[ref]: https://x.example 'three'\n\n[four][ref]"), 3);
  assert.equal(words("> one\n\n    two\n\n```three\nfour\n```"), 4);
});

test("a caption is prose and its words count, other titles are not", () => {
  const counted = (text: string): readonly [number, string] => [
    manuscriptOf(text).words,
    proseOf(text),
  ];
  assert.deepEqual(counted('![one](two.png "three four")\n'), [3, "one three four"]);
  assert.deepEqual(counted("![one]( <t wo.png>  'thr\\'ee\nfour' )\n"), [4, "one thr ee four"]);
  assert.deepEqual(counted("![one](two.png (three)) <!-- four -->\n"), [2, "one three"]);
  assert.deepEqual(counted('one ![two](three.png "four")\n'), [2, "one two"]);
  assert.deepEqual(counted('[one](/two/ "three")\n'), [1, "one"]);
});

test("a caption is neither the opening nor the summary of a text", () => {
  const { opening, summary } = manuscriptOf('![a](b.png "A caption")\n\nThe first words.\n');
  assert.deepEqual([opening, summary], ["The first words.", "The first words."]);
});

test("locates links and pictures, also inside notes, tables and lists", () => {
  const text = [
    "# [Title](t0.md)\n",
    "A [b](t1.md 'title') ![c *d*](<t 2.png>) and <https://t3.example>.",
    "[ref] and [full][ref]; ^[note [x](t4.md)] [![pic](t5.png)](t6.md)\n",
    "> - quoted [y](t7.md)\n",
    "| a | b |\n|---|---|\n| [z](t8.md) | `[no](t.md)` |\n",
    "[ref]: t9.md\n",
    "[^n]: [n](t10.md#part)",
  ].join("\n");
  const links = manuscriptOf(text).links;
  assert.deepEqual(
    links.map(({ kind, target, span, alt }) => [
      kind,
      target,
      text.slice(span.start, span.end),
      alt,
    ]),
    [
      ["link", "t0.md", "t0.md", undefined],
      ["link", "t1.md", "t1.md", undefined],
      ["image", "t 2.png", "t 2.png", "c d"],
      ["link", "https://t3.example", "https://t3.example", undefined],
      ["link", "t9.md", "[ref]", undefined],
      ["link", "t9.md", "[full][ref]", undefined],
      ["link", "t4.md", "t4.md", undefined],
      ["link", "t6.md", "t6.md", undefined],
      ["image", "t5.png", "t5.png", "pic"],
      ["link", "t7.md", "t7.md", undefined],
      ["link", "t8.md", "t8.md", undefined],
      ["link", "t10.md#part", "t10.md#part", undefined],
    ],
  );
});

test("names the parts that links can lead to", () => {
  const text =
    "# Title\n\n## Über uns\n\n## Don't\n\n## Über uns\n\n## !!!\n\n## Title\n\nSetext\n---\n";
  assert.deepEqual(manuscriptOf(text).anchors, [
    ...["über-uns", "dont", "über-uns-2", "section", "title", "setext"],
  ]);
  const titled = `---\ntitle: Other\n---\n# Title\n\n## Title`;
  assert.deepEqual(manuscriptOf(titled).anchors, ["title", "title-2"]);
  assert.deepEqual(manuscriptOf("## a\n\n## a 2\n\n## a").anchors, ["a", "a-2", "a-3"]);
  assert.deepEqual(manuscriptOf("## a\n\n## a\n\n## a 2").anchors, ["a", "a-2", "a-2-2"]);
});

test("takes the ids of raw HTML for anchors where it is trusted", () => {
  const text = `<div id="one">\n\nwords <a id='two'></a>`;
  assert.deepEqual(manuscriptOf(text, "md", true).anchors, ["one", "two"]);
  assert.deepEqual(manuscriptOf(text).anchors, []);
});

test("finds allowances, in blocks, in lines and across blocks", () => {
  const text = [
    "<!-- duplicate: said on purpose -->",
    "Words <!-- Duplicate:   quoted\nin full --> words",
    "`<!-- duplicate: code -->`",
    "    <!-- duplicate: code -->",
    "Words <!-- duplicate: across\n\nblocks --> words",
    "<!-- another note --> <!-- duplicate: -->",
  ].join("\n\n");
  const { allowances } = manuscriptOf(text);
  assert.deepEqual(
    allowances.map(({ value }) => value),
    ["said on purpose", "quoted\nin full", "across\n\nblocks", ""],
  );
  const { start, end } = allowances[0]!.span;
  assert.equal(text.slice(start, end), "<!-- duplicate: said on purpose -->");
});

test("tells prose from quotations, code, comments and targets", () => {
  const text = [
    "---\ntitle: no\n---\n#no\n",
    "One [two](no.md) `no`\nthree <!-- no --> https://no.example/no four.\n",
    "> no\nno\n",
    "- five\n  > no\n\n  ```\n  no\n  ```\n- six\n",
    "***\n\n    no\n",
    '[no]: no.md "no"\n',
    "Seven[^no] **eight** [nine][no]\n",
    "[^no]: ten\n",
    "| eleven | `no` |\n|---|---|\n| [twelve](no) | thirteen |\n",
    "fourteen <!-- no\n\nno --> fifteen\n",
    "~~~\nno",
  ].join("\n");
  const expected =
    "One two three four five six Seven eight nine ten eleven twelve thirteen fourteen fifteen";
  assert.equal(proseOf(text), expected);
  assert.equal(proseOf(text.replaceAll("\n", "\r\n")), expected);
  assert.equal(proseOf(text.replaceAll("\n", "\r")), expected);
});

test("takes all of a pasted text for prose but its URLs", () => {
  assert.equal(
    proseOf("#no\n> one `two`\n    three https://no.example/no?no=1, four", "txt"),
    "one two three four",
  );
});

test("gives skips that are sorted and apart", () => {
  const text = "a `b` [c](d) <!-- e --> > f\n\n> g `h` [i](j)\n\n[k]: l\n";
  const skips = proseSkips(text, manuscriptOf(text));
  let last = -1;
  for (const { start, end } of skips) {
    assert.ok(start > last && end > start);
    last = end;
  }
});

test("reads LF, CRLF and CR, with a BOM and without, alike", () => {
  const text =
    "---\ntags: [a]\n---\n#b\n\n# Title\n\nOne *two*  \nthree[^1] [x](y.md).\n\n> q\n\n[^1]: note\n";
  const factsOf = (variant: string) => {
    const { tags, heading, opening, summary, words, links, anchors } = manuscriptOf(variant);
    return {
      ...{ opening, summary, words, anchors, heading: heading?.value },
      tags: tags.map(({ label }) => label),
      targets: links.map(({ target, span }) => [target, variant.slice(span.start, span.end)]),
    };
  };
  const expected = factsOf(text);
  for (const end of ["\n", "\r\n", "\r"]) {
    assert.deepEqual(factsOf(text.replaceAll("\n", end)), expected);
    assert.deepEqual(factsOf(`\ufeff${text.replaceAll("\n", end)}`), expected);
  }
});

test("is plain JSON", () => {
  const manuscript = manuscriptOf(
    "---\ntitle: x\n---\n# y\n\n[a](b) ![c](d) <!-- duplicate: e -->",
  );
  assert.deepEqual(JSON.parse(JSON.stringify(manuscript)), manuscript);
});
