import assert from "node:assert/strict";
import { test } from "node:test";
import { GAP, spaced, spacing } from "../../src/text/spaced.ts";

const shown = (text: string) => spaced(text).replaceAll(GAP, "|");

test("sets the letters of scripts without spaces apart, each with its marks", () => {
  assert.equal(shown("日本語"), "日|本|語");
  assert.equal(shown("カ\u3099ラス"), "カ\u3099|ラ|ス");
  assert.equal(shown("ที่นี่"), "ที่|นี่");
  assert.equal(shown("𠮷野"), "𠮷|野");
});

test("sets them apart from other words, and across punctuation, which stays with the word before it", () => {
  assert.equal(
    shown("Node.jsで書く、2026年。「港」 It’s"),
    "Node.js|で|書|く、|2026|年。「|港」 It’s",
  );
});

test("leaves everything else as it is", () => {
  for (const text of ["", "Harbour lights", "Ελλάδα", "שלום", "日 本", "It’s C++, e.g."]) {
    assert.equal(spaced(text), text);
  }
});

test("goes on where another text ended", () => {
  const space = spacing();
  assert.equal(space("日") + space("本 ") + space("語"), `日${GAP}本 語`);
});
