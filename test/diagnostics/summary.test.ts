import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reporters, summaryLine } from "../../src/diagnostics/index.ts";
import { reportOf } from "../support/proof.ts";

describe("the summary", () => {
  it("counts in words", () => {
    assert.equal(
      summaryLine({ essays: 1, words: 470, errors: 0, warnings: 3, notes: 0 }),
      "1 essay, 470 words: 0 errors, 3 warnings, 0 notes",
    );
    assert.equal(
      summaryLine({ essays: 2, words: 1, errors: 1, warnings: 1, notes: 1 }),
      "2 essays, 1 word: 1 error, 1 warning, 1 note",
    );
  });
});

describe("every reporter", () => {
  it("ends with a line break, unless it says nothing", () => {
    const span = { start: 0, end: 0 };
    const one = { code: "draft", severity: "note", message: "m", file: "a.md", span } as const;
    for (const render of Object.values(reporters)) {
      const options = { colour: false, root: "content" };
      assert.match(render(reportOf([one]), options), /[^\n]\n$/);
      assert.match(render(reportOf([]), options), /^$|\n$/);
    }
  });
});
