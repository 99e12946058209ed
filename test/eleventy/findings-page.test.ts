import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsPage, type Findings } from "../../src/eleventy/findings-page.ts";
import {
  countsOf,
  inFile,
  type Diagnostic,
  type Finding,
} from "../../src/diagnostics/diagnostic.ts";

const TEXT = "One <b>line</b>.\nA second line, with a word.\n";
const finding = (more: Partial<Finding> = {}): Finding => ({
  code: "missing-space",
  severity: "warning",
  message: "a <space> is missing",
  help: "Put a `space` there.",
  span: { start: 4, end: 7 },
  ...more,
});

function pageOf(diagnostics: readonly Diagnostic[], more: Partial<Findings> = {}): string {
  const summary = { essays: 2, words: 9, ...countsOf(diagnostics) };
  const report = { summary, diagnostics, sources: () => TEXT };
  return findingsPage({
    report,
    root: "content",
    home: "/blog/",
    pages: new Map(),
    ...more,
  }).toString();
}

describe("the page of findings", () => {
  it("shows each with its severity, code, place, text and help", () => {
    const page = pageOf([inFile("essays/a.md", finding())]);
    assert.match(page, /<h2>content\/essays\/a\.md<\/h2>/);
    assert.match(
      page,
      /<strong class="warning">Warning<\/strong>\n<a href="\/\.galley\/missing-space\/">missing-space<\/a> in line 1, column 5/,
    );
    assert.match(page, /<h3>a &lt;space&gt; is missing<\/h3>/);
    assert.ok(page.includes(">1 │ One &lt;b&gt;line&lt;/b&gt;.\n  │     ^^^</pre>"), page);
    assert.match(page, /Put a <code>space<\/code> there\./);
  });

  it("groups them by file, and leads to the file's page", () => {
    const all = [
      inFile("essays/a.md", finding()),
      inFile("essays/a.md", finding()),
      inFile("essays/b.md", finding()),
    ];
    const page = pageOf(all, { pages: new Map([["essays/b.md", "/essays/b/"]]) });
    assert.deepEqual(page.match(/<h2>.*?<\/h2>/g), [
      "<h2>content/essays/a.md</h2>",
      "<h2>content/essays/b.md</h2>",
    ]);
    assert.equal(page.split("<li>").length - 1, 3);
    assert.deepEqual(page.match(/<a href="\/essays\/.*?">/g), ['<a href="/essays/b/">']);
  });

  it("begins with errors, in the order of files and within one", () => {
    const found = (message: string, severity: Finding["severity"]) =>
      finding({ message, severity });
    const page = pageOf([
      inFile("essays/a.md", found("a note", "note")),
      inFile("essays/b.md", found("a warning", "warning")),
      inFile("essays/b.md", found("an error", "error")),
      inFile("essays/c.md", found("another warning", "warning")),
    ]);
    assert.deepEqual(
      Array.from(page.matchAll(/<h[23]>(.*?)<\/h[23]>/g), ([, title]) => title),
      [
        ...["content/essays/b.md", "an error", "a warning"],
        ...["content/essays/c.md", "another warning"],
        ...["content/essays/a.md", "a note"],
      ],
    );
  });

  it("shows the other places of a finding, and says how many are left out", () => {
    const related = Array.from({ length: 5 }, () => ({
      message: "said first here",
      file: "essays/b.md",
      span: { start: 17, end: 25 },
    }));
    const page = pageOf([inFile("essays/a.md", finding({ related }))]);
    assert.match(page, /said first here: content\/essays\/b\.md, line 2/);
    assert.ok(page.includes(">2 │ A second line, with a word.\n  │ ^^^^^^^^</pre>"));
    assert.match(page, /And 2 more places\./);
  });

  it("leads to where a passage is marked in its page", () => {
    const passage = finding({
      code: "duplicate-passage",
      data: { fingerprint: "0f" },
      related: [],
    });
    const pages = new Map([["essays/b.md", "/essays/b/"]]);
    const page = pageOf([inFile("essays/a.md", passage), inFile("essays/b.md", passage)], {
      pages,
    });
    assert.deepEqual(page.match(/<a href="\/essays\/b\/#.*?">/g), [
      '<a href="/essays/b/#said:0f-1">',
    ]);
  });

  it("says that errors keep the site as it was", () => {
    assert.doesNotMatch(pageOf([inFile("a.md", finding())]), /could not be built/);
    assert.match(pageOf([inFile("a.md", finding({ severity: "error" }))]), /could not be built/);
  });

  it("shows why the code could not be run", () => {
    assert.match(pageOf([], { failure: "layout <x> threw" }), /layout &lt;x&gt; threw/);
  });

  it("says that nothing is to be mended, and when nothing is known", () => {
    assert.match(pageOf([]), /<a href="\/blog\/">The preview<\/a>[^]*Nothing to mend\./);
    assert.match(
      findingsPage({ root: "", home: "/", pages: new Map() }).toString(),
      /Nothing is built yet\./,
    );
  });

  it("runs no code of its own", () => {
    const page = pageOf([
      inFile("essays/a.md", finding({ message: '"><script>alert(1)</script>' })),
    ]);
    assert.doesNotMatch(page, /<script|\son\w+=|\sstyle=/);
  });
});
