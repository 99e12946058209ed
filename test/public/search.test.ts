import assert from "node:assert/strict";
import { test } from "node:test";
import { spaced } from "../../src/text/spaced.ts";

interface Script {
  queryFor(words: string): string;
  dotsAround(found: { plain_excerpt: string; raw_content: string }): readonly string[];
  runsOf(excerpt: string): readonly string[];
  written(text: string): string;
}

const script = new URL("../../public/search.js", import.meta.url).href;
const { dotsAround, queryFor, runsOf, written } = (await import(script)) as Script;

test("a query in a script without spaces asks for its letters in a row", () => {
  assert.equal(queryFor("灯台"), '"灯 台"');
  assert.equal(queryFor("ที่นี่"), '"ที่ นี่"');
  assert.equal(queryFor("灯"), '"灯"');
});

test("any other query asks for its words", () => {
  assert.equal(queryFor("deep water"), "deep water");
  assert.equal(queryFor('"deep water"'), '"deep water"');
  assert.equal(queryFor("Node.jsで 書く"), "Node.js で 書 く");
});

test("what a query asks for stands apart in the index", () => {
  for (const text of [
    "日本語",
    "カ\u3099ラス",
    "𠮷野",
    "ที่นี่",
    "ဗမာ",
    "ភាសា",
    "ꦗꦮ",
    "한국어",
    "Ελλάδα",
  ]) {
    const words = (spaced_: string) => spaced_.replaceAll(/["\u2060]/g, "").split(" ");
    assert.deepEqual(words(queryFor(text)), words(spaced(text)), text);
  }
});

test("what was set apart is put together again", () => {
  for (const text of ["第1章 はじめに、Node.jsで", "Harbour lights", "日 本"]) {
    assert.equal(written(spaced(text)), text);
  }
});

test("an excerpt is text and marks, and nothing in it is markup", () => {
  assert.deepEqual(runsOf("a <mark>b</mark> c"), ["a ", "b", " c"]);
  assert.deepEqual(runsOf("<mark>deep</mark> <mark>water</mark> &lt;b&gt;"), [
    "",
    "deep water",
    " <b>",
  ]);
  assert.deepEqual(runsOf("<mark>灯\u2060</mark> <mark>台\u2060</mark> は"), ["", "灯台", "は"]);
  assert.deepEqual(runsOf("&\u2060lt;mark&\u2060gt; &lt;mark&gt;"), ["&lt;mark&gt; <mark>"]);
});

test("an excerpt has dots where its text goes on", () => {
  const dotsOf = (plain: string): readonly string[] =>
    dotsAround({ plain_excerpt: plain, raw_content: "One two\nthree  four &lt;five&gt;. " });
  assert.deepEqual(dotsOf("One two"), ["", " …"]);
  assert.deepEqual(dotsOf("two three"), ["… ", " …"]);
  assert.deepEqual(dotsOf("four &lt;five&gt;."), ["… ", ""]);
  assert.deepEqual(dotsOf("One two three four &lt;five&gt;."), ["", ""]);
});
