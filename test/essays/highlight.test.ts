import assert from "node:assert/strict";
import { test } from "node:test";
import { highlighted } from "../../src/essays/markdown/highlight.ts";
import { render } from "../support/essays.ts";

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, "");

test("marks the parts of code by their language, by its name or another that it goes by", () => {
  for (const [language, code, word] of [
    ["js", "const a = 1;", "const"],
    ["TypeScript", "const a: number = 1;", "const"],
    ["py", "def f(): pass", "def"],
    ["haskell", "module Main where", "module"],
  ] as const) {
    const shown = highlighted(code, language)!;
    assert.match(shown, new RegExp(`<span class="hljs-keyword">${word}</span>`), language);
    assert.equal(textOf(shown), code);
  }
});

test("leaves code of no known language, and very long code, as it is", () => {
  for (const language of [
    "",
    "nonsense",
    "../core",
    "__proto__",
    "constructor",
    "a b",
    "日本語",
    "python.js",
  ]) {
    assert.equal(highlighted("const a = 1;", language), undefined, language);
  }
  assert.equal(highlighted("a;\n".repeat(10_000), "js"), undefined);
  assert.equal(highlighted("_".repeat(501), "ts"), undefined);
});

test("shows code the same, whatever was shown before it", () => {
  const blocks = [
    ["hs", "module Main where"],
    ["ml", "let x = 1"],
    ["http", "POST / HTTP/1.1\nContent-Type: text/haskell\n\nmodule Main where"],
    ["haskell", "module Main where"],
    ["ocaml", "let x = 1"],
  ] as const;
  const shown = blocks.map(([language, code]) => highlighted(code, language));
  assert.deepEqual(
    blocks.toReversed().map(([language, code]) => highlighted(code, language)),
    shown.toReversed(),
  );
  assert.deepEqual(
    shown.slice(0, 2),
    [undefined, undefined],
    "names of grammars that are not loaded",
  );
});

test("drops no character of code, and lets no tag out of it", () => {
  const code = `if (a < b && c > d) { x = "<script>alert('1')</script>"; } // </code></pre>\n`;
  for (const language of ["js", "html", "markdown", "sh", "yaml", "css", "python"]) {
    const shown = highlighted(code, language)!;
    assert.doesNotMatch(shown, /<(?!\/?span)/, language);
    const text = textOf(shown).replace(
      /&(?:lt|gt|quot|amp|#x27);/g,
      (reference) =>
        ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&", "&#x27;": "'" })[reference]!,
    );
    assert.equal(text, code, language);
  }
});

test("highlights the code of an essay", () => {
  const html = render("```js\nconst a = 1;\n```\n");
  assert.match(html, /<code class="language-js"><span class="hljs-keyword">const<\/span> a/);
});
