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
  for (const language of ["", "nonsense", "../core", "__proto__", "constructor", "a b", "日本語"]) {
    assert.equal(highlighted("const a = 1;", language), undefined, language);
  }
  assert.equal(highlighted("a;\n".repeat(10_000), "js"), undefined);
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
