import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderGithubSummary } from "../../src/diagnostics/github-summary.ts";
import { changedReport } from "../support/changed.ts";
import { reportOf, spanOf } from "../support/proof.ts";

const TEXT = "one\ntwo three\nfour";
const finding = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "undated",
  severity: "warning",
  message: "say",
  file: "a.md",
  span: spanOf(TEXT, "three"),
  ...more,
});
const options = { root: "content" };
const summary = (...diagnostics: readonly Diagnostic[]): string =>
  renderGithubSummary(reportOf(diagnostics, { "a.md": TEXT }), options);

describe("the summary for GitHub", () => {
  it("tells all findings, by file, with their words and what to do", () => {
    const related = [{ message: "see", file: "a.md", span: spanOf(TEXT, "one") }];
    assert.equal(
      summary(finding(), finding({ help: "Do `x`", related }), finding({ file: "b", span: NONE })),
      String.raw`## Galley

1 essay, 2 words: 0 errors, 1 warning, 0 notes

### content\/a\.md

- **warning** in line 2: say (undated)

  > three

- **warning** in line 2: say (undated)

  > three

  see: content\/a\.md, line 1  
  Do <code>x</code>

### content\/b

- **warning** in line 1: say (undated)

`,
    );
  });

  it("leads to files and pages in the repository where that is known", () => {
    const repository = "https://github.example/me/site/blob/abc/";
    const file = "essays/a b)>.md";
    const span = { start: 0, end: 8 };
    const report = reportOf([finding({ file, span })], { [file]: TEXT });
    const text = renderGithubSummary(report, { ...options, repository });
    assert.ok(
      text.includes(
        `[line 1](<${repository}content/essays/a%20b)%3E.md?plain=1#L1-L2>): say ([undated](<${repository}docs/diagnostics/undated.md>))`,
      ),
      text,
    );
  });

  it("says what has changed in a passage", () => {
    const report = changedReport("one two", "one drei", [["two", "drei"]]);
    assert.match(renderGithubSummary(report, options), /^ {2}“two” became “drei”$/m);
  });

  it("has no markup of a text's own", () => {
    const evil =
      "</code><script>x</script> [a](javascript:x) ![](http://x/y.png) `c` **b** ~~s~~ $x$ www.x.y @me #1\n# h\n\n- l\n\n***\n|a|b|\n|-|-|\u202e";
    const text = renderGithubSummary(
      reportOf(
        [
          finding({
            file: evil,
            message: evil,
            help: evil,
            span: { start: 0, end: evil.length },
            related: [{ message: evil, file: evil, span: NONE }],
          }),
        ],
        { [evil]: evil },
      ),
      options,
    );
    const bare = text
      .replace(/\\[\\`*_{}[\]<>()#+\-.!|~&@:/$=]/g, "")
      .replaceAll(/<\/?code>/g, "")
      .replace("**warning**", "");
    assert.doesNotMatch(bare.replace(/^ {2}> |^- |^#{2,3} /gm, ""), /[`*_[\]<>#|~&@$\u202e]/);
    // Every line is one that the reporter began.
    assert.equal(text.split("\n").length, summary(finding({ help: "h" })).split("\n").length + 1);
  });

  it("keeps to its room, in bytes, and counts what it left out", () => {
    const many = Array.from({ length: 5000 }, () => finding({ help: "日本".repeat(100) }));
    const report = reportOf(many, { "a.md": TEXT });
    for (const room of [undefined, 10_000]) {
      const text = renderGithubSummary(report, options, room);
      const size = Buffer.byteLength(text);
      assert.ok(size <= (room ?? 1024 * 1024) && size > 0.8 * (room ?? 1024 * 1024));
      assert.match(
        text,
        /\n\d+ more findings than GitHub has room for: `npm run check` shows all\.\n$/,
      );
    }
    assert.equal(renderGithubSummary(report, options, 100), "");
  });

  it("of nothing is the figures alone", () => {
    assert.equal(summary().split("\n").length, 5);
  });
});

const NONE = { start: 0, end: 0 };
