import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { duplicatePassages } from "../../src/checks/duplicate-passages.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderPretty } from "../../src/diagnostics/pretty.ts";
import { widthOf } from "../../src/diagnostics/visible.ts";
import { essayOf, proofOf, reportOf, spanOf } from "../support/proof.ts";

const plain = { colour: false, root: "content" };

const warningAt = (text: string, part: string, more: Partial<Diagnostic> = {}) => {
  const span = spanOf(text, part);
  const diagnostic = {
    code: "near-tags",
    severity: "warning",
    message: "say",
    file: "a.md",
    span,
  } as const;
  return reportOf([{ ...diagnostic, ...more }], { "a.md": text });
};

describe("the report for people", () => {
  it("shows both sides of a passage, first and last lines, and what to do", () => {
    const file = "essays/2026-02-24-who-is-on-call.txt";
    const text = readFileSync(new URL(`../../content/${file}`, import.meta.url), "utf8");
    const body = text.replace(/^.*/, (header) => " ".repeat(header.length));
    const diagnostics = duplicatePassages(
      proofOf({ essays: [essayOf(file, { text: body, day: "2026-02-24" })] }),
    );
    const shown = renderPretty(reportOf(diagnostics, { [file]: text }), { ...plain, width: 70 });
    assert.equal(
      shown.replace(/\[[a-f][0-9a-f]{15}\]/, "[…]"),
      `content/essays/2026-02-24-who-is-on-call.txt:8:1 warning[duplicate-passage] 235 words said before, at line 2

   8 │ I've started to feel a kind of reflexive skepticism toward…
     │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     ┆
  13 │ …over. The need feels real. The durability feels uncertain.
     │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  content/essays/2026-02-24-who-is-on-call.txt:2:1 said first here

  2 │ I've started to feel a kind of reflexive skepticism toward…
    │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ┆
  7 │ …that over. The need feels real. The durability feels uncertain.
    │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  help: Readers meet the same words twice. Delete one of the copies;
  \`npm run check -- --fix\` deletes this one. If it is meant, put
  \`duplicates: […]\` into the front matter.
`,
    );
  });

  it("begins each finding with FILE:LINE:COLUMN severity[code] message", () => {
    const report = warningAt("one\ntwo three", "three");
    assert.equal(
      renderPretty(report, plain),
      [
        "content/a.md:2:5 warning[near-tags] say",
        "",
        "  2 │ two three",
        "    │     ^^^^^",
        "",
      ].join("\n"),
    );
  });

  it("separates findings by an empty line, and is empty where there are none", () => {
    const [first] = warningAt("one", "one").diagnostics;
    const bare = { ...first!, span: { start: 0, end: 0 } };
    assert.equal(
      renderPretty(reportOf([bare, bare]), plain),
      "content/a.md:1:1 warning[near-tags] say\n\ncontent/a.md:1:1 warning[near-tags] say\n",
    );
    assert.equal(renderPretty(reportOf([]), plain), "");
  });

  it("names files below the folder that the user typed, and those of public/ by that folder", () => {
    const firstLine = (root: string, file: string): string =>
      renderPretty(warningAt("one", "one", { file }), { ...plain, root }).split("\n")[0]!;
    assert.equal(firstLine("./my/notes/", "a.md"), "./my/notes/a.md:1:1 warning[near-tags] say");
    assert.equal(firstLine(".", "a.md"), "a.md:1:1 warning[near-tags] say");
    assert.match(firstLine("content", "public/x.css"), /^public\/x\.css:1:1 /);
  });

  it("shows no frame for a file as a whole, or one without a text", () => {
    const whole = warningAt("one", "one", { span: { start: 0, end: 0 } });
    assert.equal(renderPretty(whole, plain).split("\n").length, 2);
    const picture = warningAt("one", "one", { file: "a.png" });
    assert.equal(renderPretty(picture, plain), "content/a.png:1:1 warning[near-tags] say\n");
  });

  it("marks a place of no width with one caret", () => {
    const report = warningAt("one two", "two", { span: { start: 4, end: 4 } });
    assert.match(renderPretty(report, plain), /│ {5}\^\n/);
  });

  it("cuts a long line around the place to the width", () => {
    const text = `${"far ".repeat(100)}HERE${" away".repeat(100)}`;
    for (const width of [40, 80, 120]) {
      const lines = renderPretty(warningAt(text, "HERE"), { ...plain, width }).split("\n");
      const [row, marks] = lines.filter((line) => line.includes("│"));
      assert.ok(widthOf(row!) <= width);
      assert.equal(row!.slice(marks!.indexOf("^"), marks!.lastIndexOf("^") + 1), "HERE");
      assert.match(row!, /…far.* HERE .*away…$/);
    }
  });

  it("shows the beginning and the end of a place that is longer than the line", () => {
    const text = `So: begin ${"and on ".repeat(60)}end. Then.`;
    const long = spanOf(text, `begin ${"and on ".repeat(60)}end`);
    const report = warningAt(text, "begin", { span: long });
    const row = renderPretty(report, { ...plain, width: 80 }).split("\n")[2]!;
    assert.match(row, /So: begin and on .*…and on .* end\. Then\.$/);
    assert.ok(widthOf(row) <= 80);
  });

  it("puts carets under wide characters, marks and tabs where a terminal shows them", () => {
    const text = "日本語\te\u0301 x";
    const [row, marks] = renderPretty(warningAt(text, "x"), plain)
      .split("\n")
      .filter((line) => line.includes("│"));
    assert.ok(!row!.includes("\t"));
    assert.equal(widthOf(row!.slice(0, row!.indexOf("x"))), marks!.indexOf("^"));
  });

  it("shows characters by number that could take over the terminal or turn the text", () => {
    const evil = "a\u001b[31mred\u0007 \u202etxt.exe\u2066 \u200b\u009b2J\r";
    const report = warningAt(evil, "red", { message: evil, help: evil, file: `${evil}.md` });
    const shown = renderPretty(
      { ...report, sources: () => evil },
      { ...plain, root: "content\u001b" },
    );
    // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
    assert.doesNotMatch(shown, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e\u2066]/);
    assert.match(shown, /a\\u\{001B\}\[31mred\\u\{0007\} \\u\{202E\}txt\.exe/);
  });

  it("shows three related places and counts the others", () => {
    const text = "one two three four five six";
    const related = ["two", "three", "four", "five", "six"].map((part) => ({
      message: `see ${part}`,
      file: "a.md",
      span: spanOf(text, part),
    }));
    const shown = renderPretty(warningAt(text, "one", { related }), plain);
    assert.match(shown, /content\/a\.md:1:15 see four\n/);
    assert.doesNotMatch(shown, /see five/);
    assert.match(shown, /and 2 more places/);
  });

  it("is as wide as the terminal, but never tiring to read", () => {
    const help = "Some words to read. ".repeat(20);
    const report = warningAt("one two three ".repeat(40), "two", { help });
    const widest = (width?: number): number => {
      const shown = renderPretty(report, { ...plain, ...(width !== undefined && { width }) });
      return Math.max(...shown.split("\n").map(widthOf));
    };
    assert.ok(widest(80) <= 80 && widest(80) > 70);
    assert.ok(widest(100) <= 100 && widest(100) > 90);
    assert.equal(widest(300), widest(100));
    assert.equal(widest(), widest(100));
  });

  it("keeps in one line what is to be copied", () => {
    const help =
      "So many words: write <!-- duplicate: why --> before it, or put `duplicates: [f]` there.";
    for (let width = 40; width < 100; width++) {
      const shown = renderPretty(warningAt("one two", "two", { help }), { ...plain, width });
      assert.match(shown, /<!-- duplicate: why -->/);
      assert.match(shown, /`duplicates: \[f\]`/);
    }
  });

  it("is coloured only where it is asked to be, and says the same then", () => {
    const report = warningAt("one two", "two", { help: "Do." });
    const coloured = renderPretty(report, { ...plain, colour: true });
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    const colours = /\u001b\[\d+m/g;
    assert.match(coloured, colours);
    assert.equal(coloured.replace(colours, ""), renderPretty(report, plain));
  });
});
