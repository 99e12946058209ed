import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFile, type Diagnostic, type Related } from "../../src/diagnostics/diagnostic.ts";
import { hasMarks, idOfCopy, marksIn, type AddressOf } from "../../src/marks/marks.ts";
import { spanOf } from "../support/proof.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "essays/a.md": "First.\nThe harbour was quiet and dark.\n",
  "essays/b.md": "The harbour was loud and dark.\n\nThe harbour was dark.\n",
};
const addressOf: AddressOf = (file) =>
  file === "essays/a.md" ? "/a/" : file === "essays/b.md" ? "/b/" : undefined;

const related = (file: string, words: string): Related => ({
  message: "said first here",
  file,
  span: spanOf(TEXTS[file]!, words),
});

function passage(kind: string, others: readonly Related[]): Diagnostic {
  return inFile("essays/b.md", {
    code: "duplicate-passage",
    severity: "warning",
    message: "30 words said before, in essays/a.md, line 2",
    span: spanOf(TEXTS["essays/b.md"]!, "The harbour was loud and dark."),
    related: others,
    data: { kind, fingerprint: "f0" },
  });
}

function marksOf(file: string, ...diagnostics: readonly Diagnostic[]) {
  const summary = { essays: 2, words: 9, errors: 0, warnings: 1, notes: 0 };
  return marksIn(file, { summary, diagnostics, sources: (name) => TEXTS[name] }, addressOf);
}

const FIRST = related("essays/a.md", "The harbour was quiet and dark.");

describe("the marks of a file", () => {
  it("lead from the copy to where it was said first, and back", () => {
    const found = passage("exact", [FIRST]);
    const [copy] = marksOf("essays/b.md", found);
    const [first] = marksOf("essays/a.md", found);
    assert.deepEqual(copy, {
      id: "said:f0-2",
      role: "copy",
      span: found.span,
      changed: [],
      links: [{ words: found.message, href: "/a/#said:f0-1" }],
    });
    assert.deepEqual(first, {
      id: "said:f0-1",
      role: "other",
      span: FIRST.span,
      changed: [],
      links: [
        { words: "said first here, and again in essays/b.md, line 1", href: "/b/#said:f0-2" },
      ],
    });
    assert.equal(idOfCopy(found), copy.id);
  });

  it("tell the words that an edited copy changed, on both sides", () => {
    const changes = [
      {
        here: spanOf(TEXTS["essays/b.md"]!, "loud"),
        there: spanOf(TEXTS["essays/a.md"]!, "quiet"),
      },
      { there: spanOf(TEXTS["essays/a.md"]!, "dark") },
    ];
    const found = passage("edited", [{ ...FIRST, changes }]);
    const wordsIn = (file: string): readonly string[] =>
      marksOf(file, found)[0]!.changed.map(({ start, end }) => TEXTS[file]!.slice(start, end));
    assert.deepEqual(wordsIn("essays/b.md"), ["loud"]);
    assert.deepEqual(wordsIn("essays/a.md"), ["quiet", "dark"]);
  });

  it("are several where a passage stands several times, and name a few of the others", () => {
    const again = { ...related("essays/b.md", "The harbour was dark."), message: "said here too" };
    const found = passage("exact", [FIRST, again, again, again, again]);
    const marks = marksOf("essays/b.md", found);
    assert.deepEqual(
      marks.map(({ id }) => id),
      ["said:f0-2", "said:f0-3", "said:f0-4", "said:f0-5", "said:f0-6"],
    );
    assert.deepEqual(
      marks[0]!.links.map(({ words }) => words),
      ["said here too, and again at line 1", "also in essays/a.md, line 2", "also at line 3"],
    );
    assert.equal(marks.at(-1)!.links.length, 3);
  });

  it("lead nowhere where the other place is on no page", () => {
    const elsewhere = { ...FIRST, file: "essays/c.md" };
    const [copy] = marksOf("essays/b.md", passage("exact", [elsewhere]));
    assert.equal(copy!.links[0]!.href, undefined);
  });

  it("are of passages alone, in the files that share them", () => {
    const other = { ...passage("exact", [FIRST]), code: "missing-space" as const };
    assert.deepEqual(marksOf("essays/b.md", other), []);
    const report = {
      summary: { essays: 0, words: 0, errors: 0, warnings: 0, notes: 0 },
      sources: () => "",
    };
    const diagnostics = [other, passage("exact", [FIRST])];
    for (const [file, expected] of [
      ["essays/a.md", true],
      ["essays/b.md", true],
      ["essays/c.md", false],
    ] as const) {
      assert.equal(hasMarks(file, { ...report, diagnostics }), expected, file);
    }
    assert.equal(hasMarks("essays/a.md", { ...report, diagnostics: [other] }), false);
  });
});
