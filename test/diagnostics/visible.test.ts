import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cutEnd, cutMiddle, cutStart, visible, widthOf } from "../../src/diagnostics/visible.ts";
import { random } from "../support/random.ts";

describe("visible text", () => {
  it("shows unsafe characters by number and leaves all others", () => {
    assert.equal(
      visible("a\u0000\u001b\u0085\u200e\u2028\ufeffz"),
      "a\\u{0000}\\u{001B}\\u{0085}\\u{200E}\\u{2028}\\u{FEFF}z",
    );
    assert.equal(visible("\ud800"), "\\u{D800}");
    assert.equal(visible("日本語 é ‘quoted’ 👩‍👧 שלום"), "日本語 é ‘quoted’ 👩‍👧 שלום");
  });

  it("is as wide as a terminal shows it", () => {
    assert.equal(widthOf("abc"), 3);
    assert.equal(widthOf("日本語"), 6);
    assert.equal(widthOf("e\u0301"), 1);
    assert.equal(widthOf("😀"), 2);
  });

  it("is cut at words where one ends near, with an ellipsis", () => {
    const text = "the quick brown fox jumps over the lazy dog";
    assert.equal(cutEnd(text, 18), "the quick brown…");
    assert.equal(cutStart(text, 18), "…over the lazy dog");
    assert.equal(cutMiddle(text, 21), "the quick…lazy dog");
    assert.equal(cutEnd("x".repeat(50), 10), `${"x".repeat(9)}…`);
    assert.equal(cutEnd(text, 100), text);
  });

  it("is never wider than it was cut to", () => {
    const next = random(1);
    const alphabet = ["a", " ", "日", "😀", "\u0301", "bcd"];
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(next() * 60);
      const text = Array.from(
        { length },
        () => alphabet[Math.floor(next() * alphabet.length)]!,
      ).join("");
      const width = 1 + Math.floor(next() * 40);
      for (const cut of [cutEnd, cutStart, cutMiddle]) {
        assert.ok(widthOf(cut(text, width)) <= width, JSON.stringify([text, width]));
      }
    }
  });
});
