import assert from "node:assert/strict";
import { test } from "node:test";
import { forFeed, forPage, OWN_PAGE, SITE_ROOT } from "../../src/essays/markers.ts";
import type { Resolve } from "../../src/essays/render.ts";
import { read, render } from "../support/essays.ts";

const resolve: Resolve = ({ kind, target }) => {
  if (kind === "image" && target.startsWith("http")) return { kind: "as-link", href: target };
  if (kind === "image") {
    return { kind: "url", href: `${SITE_ROOT}/essays/x/${target}`, width: 640, height: 480 };
  }
  if (target.startsWith("#")) return { kind: "url", href: OWN_PAGE + target };
  if (target.endsWith(".md")) return { kind: "url", href: `${SITE_ROOT}/essays/über & so/` };
  return { kind: "url", href: target };
};
const body = (text: string): string => render(text, { resolve });

test("puts in what targets lead to, with markers where it depends on the page", () => {
  assert.equal(
    body("[a](b.md) [c](#d) [e](https://e.example/ü?x=1&y=%20z)"),
    `<p><a href="${SITE_ROOT}/essays/%C3%BCber%20&amp;%20so/">a</a> <a href="${OWN_PAGE}#d">c</a> ` +
      '<a href="https://e.example/%C3%BC?x=1&amp;y=%20z">e</a></p>\n',
  );
});

test("asks for every target that was read, as it was written", () => {
  const text = "[a](<b c.md>) ![d](e%20f.png 'g') <https://h.example/ü> [i]\n\n[i]: j&amp;k.md\n";
  const asked: string[] = [];
  render(text, {
    resolve: (target) => {
      asked.push(`${target.kind} ${target.target}`);
      return resolve(target);
    },
  });
  const links = read(text).essay.manuscript.links.map(({ kind, target }) => `${kind} ${target}`);
  assert.deepEqual(asked, links);
  assert.deepEqual(asked, [
    ...["link b c.md", "image e%20f.png", "link https://h.example/ü", "link j&k.md"],
  ]);
});

const IMG = `<img src="${SITE_ROOT}/essays/x/d.png" width="640" height="480"`;

test("shows pictures with their measures, and loads them late", () => {
  assert.equal(
    body(`${"Words. ".repeat(150)}![a *b* "c"](d.png "e")`).replace(/^<p>(Words\. )*/, ""),
    `${IMG} alt="a b &quot;c&quot;" title="e" loading="lazy" decoding="async"></p>\n`,
  );
});

const FIGURE = `<figure>${IMG} alt="a" fetchpriority="high" decoding="async"><figcaption>`;

test("the title of a picture alone in its paragraph is its caption, with the typography of words", () => {
  assert.equal(
    body(`![a](d.png 'The "crane" -- <b> & *all*')`),
    `${FIGURE}The “crane” – &lt;b&gt; &amp; *all*</figcaption></figure>\n`,
  );
  assert.equal(body("![a][r]\n\n[r]: d.png (B)"), `${FIGURE}B</figcaption></figure>\n`);
  assert.equal(body('![a](d.png "B") <!-- c -->'), `${FIGURE}B</figcaption> </figure>\n`);
  assert.equal(
    body('- ![a](d.png "B")\n- c\n'),
    `<ul>\n<li>\n${FIGURE}B</figcaption></figure>\n</li>\n<li>c</li>\n</ul>\n`,
  );
  assert.match(
    body('x[^1]\n\n[^1]: ![a](d.png "B")\n'),
    /<figcaption>B<\/figcaption><\/figure>\n <a/,
  );
});

test("a picture among words, in a link, without a title or of another site is no figure", () => {
  for (const text of [
    'See ![a](d.png "b")',
    '![a](d.png "b") ![a](d.png "b")',
    '[![a](d.png "b")](/tags/)',
    "![a](d.png)",
    '![a](d.png " ")',
    '![a](https://x.example/y.png "b")',
    '# ![a](d.png "b")',
  ]) {
    assert.doesNotMatch(body(text), /figure|figcaption/, text);
  }
});

test("makes links of pictures on other sites", () => {
  assert.equal(
    body("![a & b](https://x.example/y.png) ![](https://x.example/z.png)"),
    '<p><a href="https://x.example/y.png">a &amp; b</a> ' +
      '<a href="https://x.example/z.png" class="address">https://x.example/z.png</a></p>\n',
  );
});

test("refuses targets that run code, however they are written", () => {
  for (const target of [
    ...[
      "javascript:alert(1)",
      "JAVASCRIPT:x",
      "java&#10;script:x",
      "&#x6A;avascript:x",
      "&#1;javascript:x",
    ],
    ...[
      "vbscript:x",
      "data:text/html,x",
      "data:image/png;base64,x",
      "file:///etc/passwd",
      "blob:x",
    ],
    ...[
      "javascript&colon;x",
      "\\javascript:x",
      "java\\script:x",
      "&Tab;javascript:x",
      "java&NewLine;script:x",
    ],
  ]) {
    for (const text of [
      `[a](${target})`,
      `[a](<${target}>)`,
      `![a](${target})`,
      `<${target}>`,
      `[a]\n\n[a]: ${target}`,
    ]) {
      const html = body(text);
      for (const [, url] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        assert.doesNotMatch(
          url!,
          /^[\s\u0001-\u0020]*(?:javascript|vbscript|data|file|blob):/i,
          text,
        );
        assert.doesNotMatch(url!, /[\n\t]/, text);
      }
    }
  }
});

test("escapes hostile strings in titles, alt texts, code and slugs", () => {
  const text = `---\nslug: x\n---\n[a](b "\\"><script>") ![\\"><script>](c.png) \`"><script>\`\n\n\`\`\`"><script>\nx\n\`\`\`\n\na[^1]\n\n[^1]: b\n`;
  const html = body(text);
  assert.doesNotMatch(html, /<script/);
  for (const tag of html.match(/<[^>]*>/g) ?? []) {
    assert.equal((tag.match(/"/g) ?? []).length % 2, 0, tag);
  }
});

test("makes every line of pasted text a paragraph, and nothing of it markup", () => {
  const text =
    '#tag\n\n*One* <b>two</b> & "three" -- ...\n\n  \n    # four\r\n> five\r[six](seven)\n<!-- eight -->';
  assert.equal(
    render(text, { format: "txt" }),
    "<p>*One* &lt;b&gt;two&lt;/b&gt; &amp; &quot;three&quot; -- ...</p>\n<p># four</p>\n" +
      "<p>&gt; five</p>\n<p>[six](seven)</p>\n<p>&lt;!-- eight --&gt;</p>\n",
  );
});

test("tells links that say where they lead, on pages alone", () => {
  const html = body(
    "<https://a.example/> [https://b.example](https://b.example) [b](https://b.example) [https://b.example *b*](https://b.example)",
  );
  assert.deepEqual(html.match(/https:\/\/\w\.example\/?" class="address"/g), [
    'https://a.example/" class="address"',
    'https://b.example" class="address"',
  ]);
  assert.doesNotMatch(forFeed(html, "https://x.example/", "https://x.example/y/"), /class=/);
});

test("links bare URLs of pasted text, and no more than the URLs", () => {
  const linked = (text: string) =>
    Array.from(
      render(text, { format: "txt" }).matchAll(/<a href="([^"]*)" class="address">([^<]*)<\/a>/g),
      ([, href, words]) => (href === words ? href : `${href} ${words}`),
    );
  assert.deepEqual(linked("See https://a.example/b. And (http://c.example/d_(e))!"), [
    "https://a.example/b",
    "http://c.example/d_(e)",
  ]);
  assert.deepEqual(linked("“https://a.example” https://b.example。https://c.example/é,"), [
    "https://a.example",
    "https://b.example",
    "https://c.example/%C3%A9 https://c.example/é",
  ]);
  assert.deepEqual(
    linked(
      "is.I'm notes.txt www.a.example a@b.example javascript:x ftp://a.example https:// http://. xhttps://a.example",
    ),
    [],
  );
  assert.equal(
    render('https://a.example/"onclick="x <', { format: "txt" }),
    '<p><a href="https://a.example/" class="address">https://a.example/</a>&quot;onclick=&quot;x &lt;</p>\n',
  );
});

test("renders pasted text with LF, CRLF and CR alike", () => {
  const text = "#tag\n\nOne\n\n\nTwo https://a.example/\nThree\n";
  const expected = render(text, { format: "txt" });
  for (const end of ["\r\n", "\r"]) {
    assert.equal(render(text.replaceAll("\n", end), { format: "txt" }), expected);
    assert.equal(render(`\ufeff${text.replaceAll("\n", end)}`, { format: "txt" }), expected);
  }
});

test("fills markers for a page and for a feed", () => {
  const html = body("[a](b.md) [c](#d) ![e](f.png) g[^1]\n\n[^1]: h");
  const page = forPage(html, "/blog/");
  assert.match(page, /href="\/blog\/essays\/%C3%BCber/);
  assert.match(page, /href="#d"/);
  assert.match(page, /src="\/blog\/essays\/x\/f\.png"/);
  assert.match(page, /href="#fn:an-essay-1"/);
  const feed = forFeed(html, "https://x.example/a&b/", "https://x.example/a&b/essays/$1/");
  assert.match(feed, /href="https:\/\/x\.example\/a&amp;b\/essays\/%C3%BCber/);
  assert.match(feed, /href="https:\/\/x\.example\/a&amp;b\/essays\/\$1\/#d"/);
  for (const done of [page, feed]) {
    assert.ok(!done.includes(SITE_ROOT) && !done.includes(OWN_PAGE));
  }
});

test("lets no text forge a marker", () => {
  const html = body("&#1;/x &#2;#y &#x1; [a](&#1;/x) [b](&#2;#y) ![&#3;](c.png)");
  assert.equal(html.split(SITE_ROOT).length - 1, 1, html);
  assert.equal(html.split(OWN_PAGE).length - 1, 0);
});
