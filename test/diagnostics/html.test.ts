import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  countsOf,
  inOrder,
  type Diagnostic,
  type Report,
} from "../../src/diagnostics/diagnostic.ts";
import { renderHtml } from "../../src/diagnostics/html.ts";
import { changedReport } from "../support/changed.ts";
import { startTags, tagsNamed } from "../support/markup.ts";
import { reportOf, spanOf } from "../support/proof.ts";

const TEXT = "One <b>line</b>.\nA second line, is.I'm sure.\n";
const finding = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "missing-space",
  severity: "warning",
  message: "a <space> is missing",
  help: "Put a `space` there.",
  file: "essays/a.md",
  span: spanOf(TEXT, "is.I"),
  ...more,
});
const passage = (file: string, first: string, more: Partial<Diagnostic> = {}): Diagnostic =>
  finding({
    code: "duplicate-passage",
    message: "30 words said before",
    file,
    span: { start: 0, end: TEXT.length },
    related: [{ message: "said first here", file: first, span: { start: 0, end: TEXT.length } }],
    data: { words: 30, similarity: 1, kind: "exact", fingerprint: "abcdef0123456789" },
    ...more,
  });

/** Without its style sheet, which no text has a part in; all of its markup is as ours should be. */
function pageOf(report: Report): string {
  const page = renderHtml(report, { root: "content" });
  const markup = page.replace(/<style>[^]*?<\/style>/, "");
  startTags(markup.replaceAll(/<(\/?)svg/g, "<$1div").replaceAll(/viewBox=/g, "view-box="));
  return markup;
}

const page = (...diagnostics: readonly Diagnostic[]): string =>
  pageOf({
    summary: { essays: 2, words: 9, ...countsOf(diagnostics) },
    diagnostics: inOrder(diagnostics),
    sources: () => TEXT,
  });

/** The texts of all elements of one name, without markup inside. */
const texts = (markup: string, name: string): readonly string[] =>
  Array.from(markup.matchAll(new RegExp(`<${name}\\b[^>]*>([^]*?)</${name}>`, "g")), ([, inner]) =>
    inner!
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );

describe("the report as a page", () => {
  it("shows each finding with its severity, code, place, text and help, by file", () => {
    const markup = page(finding(), finding({ file: "essays/b.md", severity: "error" }));
    assert.deepEqual(texts(markup, "h3"), ["content/essays/a.md", "content/essays/b.md"]);
    assert.deepEqual(texts(markup, "h4"), [
      "a &lt;space&gt; is missing",
      "a &lt;space&gt; is missing",
    ]);
    assert.deepEqual(texts(markup, "strong"), ["Warning", "Error"]);
    assert.deepEqual(texts(markup, "mark"), ["is.I", "is.I"]);
    assert.match(
      markup,
      /<li value="2">\s*<p lang="" dir="auto">A second line, <mark>is\.I<\/mark>&#39;m sure\.<\/p>/,
    );
    assert.match(markup, /Put a <code>space<\/code> there\./);
    assert.ok(markup.includes("2 essays, 9 words: 1 error, 1 warning, 0 notes"));
  });

  it("says that there is nothing to mend where nothing was found", () => {
    const markup = page();
    assert.match(markup, /Nothing to mend\./);
    assert.deepEqual(texts(markup, "h2"), []);
  });

  it("shows the places of a passage side by side, the earliest first, with their lines", () => {
    const markup = page(passage("essays/b.md", "essays/a.md"), finding());
    assert.deepEqual(texts(markup, "h4").slice(0, 2), [
      "content/essays/a.md lines 1–3 · said first here",
      "content/essays/b.md lines 1–3 · said again here",
    ]);
    const values = tagsNamed(markup.replaceAll("viewBox", "view-box"), "li").map(
      ({ attributes }) => attributes["value"],
    );
    assert.deepEqual(values.filter((value) => value !== undefined).slice(0, 4), [
      "1",
      "2",
      "1",
      "2",
    ]);
    assert.ok(!markup.includes("underlined"));
  });

  it("marks on each side what only that side says", () => {
    const there = "one two three four";
    const here = "one zwei three vier five";
    const pairs = [
      ["two", "zwei"],
      [undefined, "five"],
      ["four", undefined],
    ] as const;
    const markup = pageOf(changedReport(there, here, pairs));
    assert.deepEqual(texts(markup, "mark"), ["two", "four", "zwei", "five"]);
    assert.match(markup, /Words that only one of two places has are underlined\./);
  });

  it("says where only the order of the words differs", () => {
    assert.match(pageOf(changedReport("a b", "b a", [])), /in another order/);
  });

  it("names further places of a passage", () => {
    const related = Array.from({ length: 30 }, (_, i) => ({
      message: i === 0 ? "said first here" : "said here too",
      file: `essays/a${i}.md`,
      span: { start: 0, end: 3 },
    }));
    const markup = page(passage("essays/b.md", "", { related }));
    assert.match(markup, /It stands in 29 more places:/);
    assert.match(markup, /content\/essays\/a1\.md, line 1</);
    assert.match(markup, /and 9 more</);
  });

  it("maps which texts share passages, most words first, with ways to the passages", () => {
    const markup = page(
      passage("essays/b.md", "essays/a.md"),
      passage("essays/c.md", "essays/c.md", { data: { words: 50, kind: "exact" } }),
      passage("essays/b.md", "essays/a.md"),
    );
    assert.deepEqual(texts(markup, "td"), [
      ...["a and b", "60", "1 2"],
      ...["c and itself", "50", "3"],
    ]);
    assert.equal(markup.match(/<path /g)!.length, 2);
    assert.match(markup, /<svg[^>]*\saria-hidden="true"/);
    for (const [, id] of markup.matchAll(/href="#([^"]*)"/g)) {
      assert.ok(markup.includes(` id="${id}"`), id);
    }
  });

  it("loads and runs nothing, and allows nothing but its own style sheet", () => {
    const whole = renderHtml(reportOf([passage("b.md", "a.md")], { "a.md": TEXT, "b.md": TEXT }), {
      root: "content",
    });
    assert.match(whole, /content="default-src &#39;none&#39;; style-src &#39;sha256-[^ ;]*&#39;"/);
    assert.doesNotMatch(whole, /<script|<link|<img|\bsrc=|url\(|@import|https?:|\sstyle=|\son\w+=/);
  });

  it("shows what a text says as text, and its controls by number", () => {
    const evil = `</style><script>x</script>"'&\u202e\u0007 <img src=x onerror=y>`;
    const span = { start: 0, end: evil.length };
    const related = [{ message: evil, file: evil, span }];
    for (const code of ["duplicate-passage", "near-tags"] as const) {
      const found = finding({ code, file: evil, message: evil, help: evil, span, related });
      const markup = pageOf(reportOf([found], { [evil]: evil }));
      assert.doesNotMatch(markup, /<script|<img|\u202e|\u0007/);
      assert.match(markup, /\\u\{202E\}/);
    }
  });

  it("cuts long places to their beginning and end, and to what has changed", () => {
    const there = Array.from({ length: 3000 }, (_, i) => `word${i}`).join(" ");
    const here = there.replace("word1500 ", "changed ");
    const markup = pageOf(changedReport(there, here, [["word1500", "changed"]]));
    assert.match(
      markup,
      /word0 word1 [^]*… 1\d{3} words …[^]* word1499 <mark>word1500<\/mark> word1501 /,
    );
    assert.match(markup, / word2998 word2999</);
    assert.ok(markup.length < 20_000);
  });

  it("stays small with thousands of findings in thousands of texts, and counts what it leaves out", () => {
    const long = "A long line of an essay, said again. ".repeat(40);
    const sources = () => long;
    const reportOn = (count: number): Report => ({
      ...reportOf(
        Array.from({ length: count }, (_, i) =>
          passage(`essays/${i}.md`, `essays/${i % 999}-first.md`, {
            span: { start: 0, end: long.length },
            related: [
              {
                message: "m",
                file: `essays/${i % 999}-first.md`,
                span: { start: 0, end: long.length },
              },
            ],
          }),
        ),
      ),
      sources,
    });
    const [two, twenty] = [2000, 20_000].map((count) => pageOf(reportOn(count)));
    assert.equal(two!.match(/<article/g)!.length, 2000);
    assert.doesNotMatch(two!, /had no room/);
    assert.match(twenty!, /\d+ more findings had no room on this page/);
    for (const markup of [two!, twenty!]) {
      assert.ok(markup.length < 4_200_000);
      assert.match(markup, /The \d+ texts that share the fewest words are left out here\./);
      assert.match(markup, /and \d+ more pairs, with fewer words/);
    }
  });
});
