import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Severity } from "../../src/diagnostics/codes.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderGithub } from "../../src/diagnostics/github.ts";
import { reportOf, spanOf } from "../support/proof.ts";

const TEXT = "one\ntwo three\nfour";
const finding = (severity: Severity, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "near-tags",
  severity,
  message: "say",
  file: "a.md",
  span: spanOf(TEXT, "three"),
  ...more,
});
const rendered = (...diagnostics: readonly Diagnostic[]): readonly string[] =>
  renderGithub(reportOf(diagnostics, { "a.md": TEXT }), { root: "content" })
    .split("\n")
    .slice(0, -1);

describe("the report for GitHub", () => {
  it("is a workflow command for each finding, with its place", () => {
    assert.deepEqual(rendered(finding("warning")), [
      "::warning file=content/a.md,line=2,col=5,endLine=2,endColumn=9,title=near-tags::say",
    ]);
  });

  it("gives no end column where a place has several lines", () => {
    assert.deepEqual(rendered(finding("error", { span: spanOf(TEXT, "three\nfour") })), [
      "::error file=content/a.md,line=2,col=5,endLine=3,title=near-tags::say",
    ]);
  });

  it("tells related places and help on lines of their own", () => {
    const related = [{ message: "said first here", file: "a.md", span: { start: 0, end: 3 } }];
    assert.match(
      rendered(finding("note", { related, help: "Do it." }))[0]!,
      /^::notice .*::say%0Asaid first here: content\/a\.md:1%0ADo it\.$/,
    );
  });

  it("escapes what GitHub would read as its own", () => {
    const [line, ...others] = rendered(
      finding("error", { message: "50%: a,b\n::error::x\r", file: "a,b:c%.md" }),
    );
    assert.deepEqual(others, []);
    assert.equal(
      line,
      "::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=1,title=near-tags" +
        "::50%25: a,b\\u{000A}::error::x\\u{000D}",
    );
  });

  it("puts the most severe first", () => {
    const kinds = rendered(finding("note"), finding("warning"), finding("error"));
    assert.deepEqual(
      kinds.map((line) => line.split(" ")[0]),
      ["::error", "::warning", "::notice"],
    );
  });

  it("keeps to ten of a kind and counts what it left out", () => {
    const many = (severity: Severity, count: number): readonly Diagnostic[] =>
      Array.from({ length: count }, () => finding(severity));
    const lines = rendered(...many("warning", 13), ...many("note", 10), ...many("error", 11));
    const count = (kind: string): number => lines.filter((line) => line.startsWith(kind)).length;
    assert.deepEqual([count("::error"), count("::warning"), count("::notice")], [10, 10, 10]);
    assert.deepEqual(lines.slice(30), [
      "Left out, because GitHub shows ten of a kind: 1 error, 3 warnings. npm run check shows all.",
    ]);
  });

  it("cuts a message that nobody would read", () => {
    const [line] = rendered(finding("note", { message: "x".repeat(10_000) }));
    assert.ok(line!.length < 4200);
    assert.ok(line!.endsWith("x…"));
  });

  it("of nothing is empty", () => assert.deepEqual(rendered(), []));
});
