import assert from "node:assert/strict";
import { test } from "node:test";
import { forFeed, OWN_PAGE } from "../../src/essays/markers.ts";
import { render, shownText } from "../support/essays.ts";

/** What follows a line of text, so that nothing is taken for the title. */
const body = (text: string, options?: Parameters<typeof render>[1]): string =>
  render(`First.\n\n${text}`, options).replace("<p>First.</p>\n", "");
const inLanguage = (language: string, text: string): string =>
  shownText(body(text, { settings: { language } })).trim();

test("renders CommonMark, tables and strikethrough", () => {
  assert.equal(
    body("*a* **b** `c` ~~d~~"),
    "<p><em>a</em> <strong>b</strong> <code>c</code> <s>d</s></p>\n",
  );
  assert.equal(body("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  assert.equal(body("3. a"), '<ol start="3">\n<li>a</li>\n</ol>\n');
  assert.equal(body("> a\nb"), "<blockquote>\n<p>a\nb</p>\n</blockquote>\n");
});

test("aligns cells by class, without inline styles", () => {
  const html = body("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |");
  assert.match(html, /<th class="align-left">a<\/th>\n<th class="align-center">b/);
  assert.match(html, /<td class="align-right">3<\/td>/);
  assert.doesNotMatch(html, /style/);
});

test("keeps the cells that a row has too many", () => {
  const html = body("| a | b |\n|---|---|\n| 1 | 2 | 3 \\| x | *4* |\nno pipes | 5 | 6");
  assert.match(html, /<td>2 \| 3 \| x \| <em>4<\/em><\/td>|<td>2 \| 3 \\\| x/);
  assert.match(html, /<td>5 \| 6<\/td>/);
});

test("shows raw HTML as text, and passes it where it is trusted", () => {
  const text = '<div onclick="x">\n\na <b>c</b> <script>alert(1)</script>';
  assert.equal(
    body(text),
    "<p>&lt;div onclick=“x”&gt;</p>\n<p>a &lt;b&gt;c&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
  );
  assert.match(body(text, { html: true }), /<div onclick="x">[^]*<b>c<\/b>/);
});

test("does not show closed comments, wherever they stand", () => {
  const hidden = {
    "a <!-- x --> b": "a b",
    "<!-- x -->\n\na": "a",
    "<!-- x\n\n# y\n\n```\n\n-->\n\na": "a",
    "a\n<!-- x -->\nb": "a b",
    "a <!-- x\ny --> b": "a b",
    "a <!-- x\n\ny --> b": "a b",
    "a <!-- x\n\n- y\n\n    z --> b": "a b",
    "<!-- x\n\ny --> b": "b",
    "<!-- x --> <!-- y -->\n\na": "a",
    "- a <!-- x\n\n  y --> b": "a b",
    "> a <!-- x\n>\n> y --> b": "a b",
    "a <!-- x\n\ny --> b <!-- z\n\nz --> c": "a b c",
    "## a <!-- x\nx --> b": "a b",
    "a<!---->b<!--->c<!-->d": "abcd",
    "a <!-- `x --> b `c`": "a b c",
  };
  for (const [text, shown] of Object.entries(hidden)) {
    for (const html of [false, true]) {
      const rendered = body(text, { html });
      assert.equal(shownText(rendered).replace(/\s+/g, " ").trim(), shown, text);
      assert.doesNotMatch(rendered, /<p>\s*<\/p>/, text);
    }
  }
});

test("shows comments that are never closed, and those in code", () => {
  for (const text of [
    "a <!-- b",
    "<!-- b\n\nc",
    "`<!-- a -->`",
    "```\n<!-- a -->\n```",
    "a `<!--` b\n\nc `-->` d",
    "\\<!-- a -->",
  ]) {
    const words = text.replace(/[`\\]/g, "").replace(/\s+/g, " ").trim();
    assert.equal(shownText(body(text)).replace(/\s+/g, " ").replaceAll("–", "--").trim(), words);
  }
  assert.match(body("a <!-- b\n\nc", { html: true }), /&lt;!--/);
});

test("sets quotes by the language, and of English where it knows none", () => {
  const text = `"Outer 'inner' it's"`;
  assert.equal(inLanguage("en", text), "“Outer ‘inner’ it’s”");
  assert.equal(inLanguage("de-AT", text), "„Outer ‚inner‘ it’s“");
  assert.equal(inLanguage("de-CH", text), "«Outer ‹inner› it’s»");
  assert.equal(inLanguage("fr", text), "«\u202fOuter “inner” it’s\u202f»");
  assert.equal(inLanguage("sv", text), "”Outer ’inner’ it’s”");
  assert.equal(inLanguage("tlh", text), "“Outer ‘inner’ it’s”");
});

test("sets dashes and dots, and nothing else", () => {
  const shown = (text: string) => shownText(body(text)).trim();
  assert.equal(shown("a -- b---c 1--2 d..."), "a – b—c 1–2 d…");
  assert.equal(
    shown("--force a---- b.... ...--... (c) (tm) +- ???? !!!! ,,"),
    "--force a---- b.... …–… (c) (tm) +- ???? !!!! ,,",
  );
  assert.equal(
    shown("`a -- b...` <https://a.example/--x...>"),
    "a -- b... https://a.example/--x...",
  );
});

test("shows a footnote's words whatever a writer does", () => {
  const html = body(
    "a[^1] b[^1] c^[inline ^[nested] *emphasis*]\n\n[^1]: One.\n\n[^1]: Again.\n\n[^x]: Unused.",
  );
  assert.match(html, /id="fnref:an-essay-1-2"/);
  assert.match(html, new RegExp(`href="${OWN_PAGE}#fn:an-essay-1"`));
  for (const words of ["One.", "inline", "nested", "emphasis", "Again.", "Unused."]) {
    assert.equal(html.split(words).length - 1, 1, words);
  }
});

test("gives every id once, and every link of a note its end", () => {
  const html = body(
    "## x\n\n## x\n\na[^1] [b[^1]](t) ![c[^1]](d.png) ^[e]\n\n[^1]: f[^2] g[^1]\n\n[^2]: h\n\n[^3]: i",
  );
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id!);
  assert.equal(new Set(ids).size, ids.length);
  const ends = Array.from(
    html.matchAll(new RegExp(`href="${OWN_PAGE}#([^"]*)"`, "g")),
    ([, id]) => id!,
  );
  assert.ok(ends.length > 4);
  for (const end of ends) assert.ok(ids.includes(end), end);
});

test("never puts a link into a link", () => {
  const html = body("[a^[c] ![b](https://x.example/b.png)](t)");
  assert.doesNotMatch(html, /<a [^>]*>(?:(?!<\/a>).)*<a /s);
  assert.equal(shownText(html).replace(/\s+/g, " ").trim(), "a1 b c ↩︎");
});

test("shows a definition that nothing uses, and the second of a label", () => {
  const html = body('[Update]: gone\n\n[a]: t1\n\n[a]: t2 "words"\n\n[x][a]');
  assert.match(html, /\[Update\]: gone/);
  assert.match(html, /\[a\]: t2 “words”/);
  assert.doesNotMatch(html, /\[a\]: t1/);
  assert.match(html, /<a href="t1">x<\/a>/);
  assert.match(body("> [Note]: this\n> [b]: c"), /<blockquote>\n<p>\[Note\]: this[^]*\[b\]: c/);
});

test("shows the words behind a fence", () => {
  assert.equal(
    body('```js "title"\nx < y\n```'),
    '<figure class="code"><figcaption>js &quot;title&quot;</figcaption><pre><code class="language-js">x &lt; y\n</code></pre></figure>\n',
  );
  assert.equal(body("```\nx\n```"), "<pre><code>x\n</code></pre>\n");
});

test("shows what is nested too deeply as text", () => {
  for (const text of [
    `${">".repeat(500)} deep`,
    `${"- ".repeat(500)}deep`,
    `${"> - ".repeat(300)}deep`,
  ]) {
    assert.match(body(text), /deep/);
  }
});

/** A heading that links to itself. */
const heading = (level: number, id: string, words: string): string =>
  `<h${level} id="${id}"><a class="permalink" href="${OWN_PAGE}#${id}">${words}</a></h${level}>\n`;

test("makes a heading a link to itself, unless it holds a link, a picture or a note", () => {
  assert.equal(body("# A *b*"), heading(2, "a-b", "A <em>b</em>"));
  for (const text of ["## [a](b.md)", "## a ![b](c.png)", "## a[^1]\n\n[^1]: Note."]) {
    assert.doesNotMatch(body(text), /permalink/, text);
  }
});

test("feeds have headings without links to themselves", () => {
  const feed = forFeed(body("## A *b*\n\n## c"), "https://example.org/", "https://example.org/e/");
  assert.equal(feed, '<h2 id="a-b">A <em>b</em></h2>\n<h2 id="c">c</h2>\n');
});

test("does not repeat the heading that is the title", () => {
  assert.equal(render("# A *title*\n\nWords"), "<p>Words</p>\n");
  assert.equal(render("---\ntitle: A title\n---\nA title\n===\n\nWords"), "<p>Words</p>\n");
  assert.equal(
    render("---\ntitle: Other\n---\n# A title\n\n## Sub"),
    heading(2, "a-title", "A title") + heading(3, "sub", "Sub"),
  );
  assert.equal(render(`# It's "so"\n\nWords`), "<p>Words</p>\n");
});

test("keeps headings below the page's title", () => {
  assert.equal(render("# T\n\n## a"), heading(2, "a", "a"));
  assert.equal(body("# a\n\n###### b"), heading(2, "a", "a") + heading(3, "b", "b"));
  const levels = (markdown: string): readonly string[] => body(markdown).match(/(?<=<h)\d/g) ?? [];
  assert.deepEqual(levels("### a\n\n### b\n\n## c\n\n#### d\n\n### e"), ["2", "2", "2", "3", "3"]);
});

test("gives headings the ids that links to them use", () => {
  const html = body("## Don't \"quote\" -- me...\n\n## Don't quote me\n\n## 日本 `code`\n\n## !");
  const ids = Array.from(html.matchAll(/<h2 id="([^"]*)"/g), ([, id]) => id!);
  assert.deepEqual(ids, ["dont-quote-me", "dont-quote-me-2", "日本-code", "section"]);
});

test("renders LF, CRLF and CR alike", () => {
  const text =
    "# T\n\na *b*  \nc\n\n- d\n\n      e\n\n| f | g |\n|---|---|\n| h | i | j |\n\n<!-- k\n\nl --> m\n\n[^1]: n\n";
  const expected = render(text);
  for (const end of ["\r\n", "\r"]) assert.equal(render(text.replaceAll("\n", end)), expected);
  assert.equal(render(`\ufeff${text}`), expected);
});
