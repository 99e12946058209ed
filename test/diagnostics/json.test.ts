import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { duplicatePassages } from "../../src/checks/duplicate-passages.ts";
import type { Report } from "../../src/diagnostics/diagnostic.ts";
import { renderJson } from "../../src/diagnostics/json.ts";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { essayOf, proofOf, reportOf } from "../support/proof.ts";

const FILE = "essays/2026-02-24-who-is-on-call.txt";
const TEXT = readFileSync(new URL(`../../content/${FILE}`, import.meta.url), "utf8");

/** The real essay's report, findings of other codes left out. */
function realReport(): Report {
  const essay = essayOf(FILE, { text: TEXT, day: "2026-02-24" });
  const skip = [{ start: 0, end: 24 }];
  const passages = findDuplicates([{ id: FILE, text: TEXT, skip, order: 0 }]);
  return {
    summary: { essays: 1, words: 470, errors: 0, warnings: 3, notes: 0 },
    diagnostics: duplicatePassages({ ...proofOf({ essays: [essay] }), passages }),
    sources: (file) => (file === FILE ? TEXT : undefined),
  };
}

describe("the report as JSON", () => {
  it("of the real essay is what the contract shows, key by key", () => {
    const json = renderJson(realReport());
    const { help, data } = JSON.parse(json).diagnostics[0];
    assert.match(help, /^Readers meet the same words twice\./);
    assert.match(data.fingerprint, /^[0-9a-f]{16}$/);
    const expected = {
      version: 1,
      summary: { essays: 1, words: 470, errors: 0, warnings: 3, notes: 0 },
      diagnostics: [
        {
          code: "duplicate-passage",
          severity: "warning",
          message: "235 words said before, at line 2",
          help,
          url: "docs/diagnostics/duplicate-passage.md",
          file: FILE,
          range: {
            start: { line: 8, column: 1, offset: 1533 },
            end: { line: 13, column: 257, offset: 3041 },
          },
          related: [
            {
              message: "said first here",
              file: FILE,
              range: {
                start: { line: 2, column: 1, offset: 24 },
                end: { line: 7, column: 257, offset: 1532 },
              },
            },
          ],
          data: { words: 235, similarity: 1, kind: "exact", fingerprint: data.fingerprint },
        },
      ],
    };
    assert.equal(json, `${JSON.stringify(expected, null, 2)}\n`);
  });

  it("of nothing is a summary and an empty list", () => {
    assert.deepEqual(JSON.parse(renderJson(reportOf([]))), {
      version: 1,
      summary: { essays: 1, words: 2, errors: 0, warnings: 1, notes: 0 },
      diagnostics: [],
    });
  });

  it("has an empty list where nothing is related, and no keys without a value", () => {
    const span = { start: 0, end: 0 };
    const report = reportOf([
      { code: "undated", severity: "warning", message: "no date", file: "a.png", span },
    ]);
    const start = { line: 1, column: 1, offset: 0 };
    assert.deepEqual(JSON.parse(renderJson(report)).diagnostics, [
      {
        code: "undated",
        severity: "warning",
        message: "no date",
        url: "docs/diagnostics/undated.md",
        file: "a.png",
        range: { start, end: start },
        related: [],
      },
    ]);
  });

  it("counts a BOM in offsets and not in columns, and every kind of line ending", () => {
    const text = "\ufeffone\r\ntwo\rthree";
    const span = { start: text.indexOf("three"), end: text.length };
    const report = reportOf(
      [
        { code: "draft", severity: "note", message: "m", file: "a.md", span: { start: 1, end: 4 } },
        { code: "draft", severity: "note", message: "m", file: "a.md", span },
      ],
      { "a.md": text },
    );
    const ranges = JSON.parse(renderJson(report)).diagnostics.map(
      (diagnostic: { range: unknown }) => diagnostic.range,
    );
    assert.deepEqual(ranges, [
      {
        start: { line: 1, column: 1, offset: 1 },
        end: { line: 1, column: 4, offset: 4 },
      },
      {
        start: { line: 3, column: 1, offset: 10 },
        end: { line: 3, column: 6, offset: 15 },
      },
    ]);
  });
});
