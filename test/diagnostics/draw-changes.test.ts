import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawnChanges } from "../../src/diagnostics/draw-changes.ts";
import { placesIn } from "../../src/diagnostics/places.ts";
import { renderPretty } from "../../src/diagnostics/pretty.ts";
import { widthOf } from "../../src/diagnostics/visible.ts";
import { changedReport } from "../support/changed.ts";

type Given = Parameters<typeof changedReport>;

const rows = (width: number, ...given: Given): readonly string[] => {
  const { diagnostics, sources } = changedReport(...given);
  return drawnChanges(diagnostics[0]!, placesIn(sources), width);
};

const TEXT = "The tide went out, and nobody had come down to the harbour to see the boats.";

describe("what has changed, on a terminal", () => {
  it("shows the line as it was and as it is, with carets below the words that only it has", () => {
    const there = `Title\n\n${TEXT}`;
    const here = TEXT.replace("nobody", "somebody");
    assert.deepEqual(rows(100, there, here, [["nobody", "somebody"]]), [
      "- 3 │ The tide went out, and nobody had come down to the harbour to see the boats.",
      "    │                        ^^^^^^",
      "+ 1 │ The tide went out, and somebody had come down to the harbour to see the boats.",
      "    │                        ^^^^^^^^",
    ]);
  });

  it("shows one side alone where words were put in or left out", () => {
    const here = TEXT.replace("harbour", "old harbour");
    assert.deepEqual(rows(100, TEXT, here, [[undefined, "old"]]), [
      "+ 1 │ The tide went out, and nobody had come down to the old harbour to see the boats.",
      "    │                                                    ^^^",
    ]);
    assert.deepEqual(
      rows(100, here, TEXT, [["old", undefined]]).map((row) => row[0]),
      ["-", " "],
    );
  });

  it("shows changes that stand close together at once, and others each in its lines", () => {
    const there = `${TEXT}\n\nThe end.`;
    const here = there
      .replace("tide", "ship")
      .replace("nobody", "somebody")
      .replace("end", "beginning");
    const shown = rows(100, there, here, [
      ["tide", "ship"],
      ["nobody", "somebody"],
      ["end", "beginning"],
    ]);
    assert.deepEqual(shown.slice(0, 2), [
      "- 1 │ The tide went out, and nobody had come down to the harbour to see the boats.",
      "    │     ^^^^               ^^^^^^",
    ]);
    assert.deepEqual(shown.slice(4), [
      "    ┆",
      "- 3 │ The end.",
      "    │     ^^^",
      "+ 3 │ The beginning.",
      "    │     ^^^^^^^^^",
    ]);
  });

  it("does not put side by side what has nothing to do with each other", () => {
    const here = TEXT.replace(" nobody", "").replace("boats", "white boats");
    const shown = rows(100, TEXT, here, [
      ["nobody", undefined],
      [undefined, "white"],
    ]);
    assert.deepEqual(
      shown.map((row) => row.trim()[0]),
      ["-", "│", "┆", "+", "│"],
    );
  });

  it("shows three groups and counts the changes behind them", () => {
    const lines = Array.from({ length: 9 }, (_, i) => `line${i} was here`);
    const there = lines.join("\n");
    const here = there.replaceAll("line", "row");
    const pairs = lines.map((_, i) => [`line${i}`, `row${i}`] as const);
    const shown = rows(60, there, here, pairs);
    assert.equal(shown.length, 3 * 4 + 2 + 1);
    assert.equal(shown.at(-1), "and 6 more changes");
  });

  it("cuts long lines and long changes to the width", () => {
    const there = `${"far ".repeat(100)}HERE${" away".repeat(100)}`;
    const sentence = `begin ${"and on ".repeat(60)}end`;
    const here = there.replace("HERE", sentence);
    for (const width of [40, 80, 120]) {
      const [was, , is] = rows(width, there, here, [["HERE", sentence]]);
      assert.match(was!, /^- 1 │ …far.* HERE away.*…$/);
      assert.match(is!, /^\+ 1 │ …far.* begin .*….*end away.*…$/);
      assert.ok(widthOf(was!) <= width && widthOf(is!) <= width);
    }
  });

  it("shows of words on several lines the beginning and the end", () => {
    const here = "One two. New words.\n\nAnd more.\n\nThe last of it. Three four.";
    const added = "New words.\n\nAnd more.\n\nThe last of it";
    const [row, carets] = rows(100, "One two. Three four.", here, [[undefined, added]]);
    assert.equal(row, "+ 1 │ One two. New words. … The last of it. Three four.");
    assert.equal(carets, `    │          ${"^".repeat("New words. … The last of it".length)}`);
  });

  it("says so where nothing but the order differs", () => {
    assert.deepEqual(rows(80, TEXT, TEXT, []), ["the same words in another order"]);
  });

  it("puts carets where a terminal shows wide characters, and shows controls by number", () => {
    const there = "日本語 \u202eabc old 日本 word";
    const here = "日本語 \u202eabc new 日本 name";
    const [row, carets] = rows(80, there, here, [
      ["old", "new"],
      ["word", "name"],
    ]);
    assert.ok(row!.includes("\\u{202E}"));
    for (const word of ["old", "word"]) {
      const column = widthOf(row!.slice(0, row!.indexOf(word)));
      assert.equal(carets!.slice(column, column + word.length), "^".repeat(word.length));
    }
  });

  it("is nothing for a finding without places, without changes, or without a text", () => {
    const { diagnostics, sources } = changedReport("one", "two", [["one", "two"]]);
    const [found] = diagnostics;
    const [place] = found!.related!;
    const { changes: _, ...unchanged } = place!;
    for (const related of [[], [unchanged], [{ ...place!, file: "away.md" }]]) {
      assert.deepEqual(drawnChanges({ ...found!, related }, placesIn(sources), 80), []);
    }
  });
});

describe("the report for people", () => {
  it("shows what has changed below both places, in colour only where it is asked to", () => {
    const report = changedReport(TEXT, TEXT.replace("nobody", "somebody"), [
      ["nobody", "somebody"],
    ]);
    const plain = renderPretty(report, { colour: false, root: "content" });
    assert.match(
      plain,
      /said first here\n[^]*\n {2}what has changed:\n\n {2}- 1 │ The tide.*\n {4} +│ +\^{6}\n {2}\+ 1 │ /,
    );
    const coloured = renderPretty(report, { colour: true, root: "content" });
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ""), plain);
    assert.match(coloured, /\u001b\[35m\^{6}\u001b/);
  });
});
