import assert from "node:assert/strict";
import { test } from "node:test";
import { html, raw } from "../../src/text/html.ts";
import { random } from "../support/random.ts";

test("escapes text", () => {
  assert.equal(html`<p>${"AT&T <b>"}</p>`.toString(), "<p>AT&amp;T &lt;b&gt;</p>");
});

test("escapes quoted attributes, in either kind of quotes", () => {
  assert.equal(html`<a title="${`"'`}"></a>`.toString(), '<a title="&quot;&#39;"></a>');
});

test("joins lists and passes markup through", () => {
  const items = ["<", ">"].map((item) => html`<li>${item}</li>`);
  assert.equal(html`${items}`.toString(), "<li>&lt;</li><li>&gt;</li>");
});

test("leaves nothing behind of false, undefined and null, but shows zero and the empty text", () => {
  assert.equal(html`${false}${undefined}${null}|${0}|${""}|`.toString(), "|0||");
});

test("takes rendered Markdown as it is, line breaks and indents included", () => {
  const code = "<pre>a\n    b &amp;\n</pre>";
  assert.equal(html`${raw(code)}`.toString(), code);
});

test("drops the indents of templates, not those of what they hold", () => {
  const page = html`<div>
    <p>${"a\n    b"}</p>
  </div>`;
  assert.equal(page.toString(), "<div>\n<p>a\n    b</p>\n</div>");
});

test("writes void elements as HTML does", () => {
  assert.equal(html`<br /><meta content="${"a />"}" />`.toString(), '<br><meta content="a /&gt;">');
});

test("drops characters that HTML forbids", () => {
  assert.equal(html`${"a\u0000b\u0007c\u0085d\uffffe\ud800f"}`.toString(), "abcdef");
  assert.equal(html`${"a\tb\u00a0c 😀"}`.toString(), "a\tb\u00a0c 😀");
});

test("no text makes a tag or ends an attribute, whatever its characters", () => {
  const next = random(7);
  const alphabet = [
    "<",
    ">",
    '"',
    "'",
    "&",
    "script",
    "/",
    "\n",
    "\u2028",
    "é",
    "😀",
    "`",
    "${",
    "=",
  ];
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: 12 }, () => alphabet[Math.floor(next() * alphabet.length)]!);
    const written = html`${text.join("")}`.toString();
    assert.doesNotMatch(written, /[<>"']/);
    assert.equal(unescaped(written), text.join(""));
  }
});

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
