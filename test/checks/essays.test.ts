import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checks, runChecks } from "../../src/checks/index.ts";
import { undated } from "../../src/checks/undated.ts";
import { unusedDescriptions } from "../../src/checks/unused-descriptions.ts";
import { withheld } from "../../src/checks/withheld.ts";
import { essayOf, proofOf } from "../support/proof.ts";

describe("undated", () => {
  it("tells essays without a date alone", () => {
    const essays = [essayOf("essays/a.md", { day: "2024-01-01" }), essayOf("essays/b.md")];
    const findings = undated(proofOf({ essays }));
    assert.deepEqual(
      findings.map(({ file, severity }) => [file, severity]),
      [["essays/b.md", "warning"]],
    );
  });
});

describe("unused-description", () => {
  it("tells descriptions of no tag", () => {
    const unused = essayOf("tags/nothing.md");
    const findings = unusedDescriptions(proofOf({ unusedDescriptions: [unused] }));
    assert.deepEqual(
      findings.map(({ file, code }) => [file, code]),
      [["tags/nothing.md", "unused-description"]],
    );
  });
});

describe("held-back and draft", () => {
  it("note what is not published, and why", () => {
    const span = { start: 4, end: 8 };
    const findings = withheld(
      proofOf({
        withheld: [
          essayOf("essays/a.md", {
            state: "draft",
            frontMatter: { draft: { value: true, span } },
          }),
          essayOf("essays/2030-01-01-b.md", { state: "held-back", day: "2030-01-01" }),
        ],
      }),
    );
    assert.deepEqual(
      findings.map(({ code, severity, message, span: { start } }) => [
        code,
        severity,
        message,
        start,
      ]),
      [
        ["draft", "note", "a draft: not published", 4],
        ["held-back", "note", "held back until 2030-01-01", 0],
      ],
    );
  });
});

describe("all checks", () => {
  it("find nothing on an empty site", () => {
    assert.deepEqual(runChecks(proofOf({})), []);
  });

  it("find what each of them finds", () => {
    const proof = proofOf({
      essays: [essayOf("essays/b.md")],
      withheld: [essayOf("essays/c.md", { state: "draft" })],
      tagAliases: { js: "javascript" },
    });
    const codes = runChecks(proof).map(({ code }) => code);
    assert.deepEqual(codes, ["undated", "unused-alias", "draft"]);
    assert.deepEqual(
      codes,
      checks.flatMap((check) => check(proof)).map(({ code }) => code),
    );
  });

  it("say messages in one line without a full stop, with help in sentences", () => {
    const proof = proofOf({
      essays: [essayOf("essays/b.md")],
      withheld: [essayOf("essays/c.md", { state: "draft" })],
      tagAliases: { js: "javascript" },
    });
    for (const { message, help } of runChecks(proof)) {
      assert.doesNotMatch(message, /\.$|\n/);
      assert.match(help!, /^(?:[A-Z]|npm)/);
    }
  });
});
