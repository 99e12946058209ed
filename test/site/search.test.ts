import assert from "node:assert/strict";
import { test } from "node:test";
import type { Site } from "../../src/site/site.ts";
import {
  searchDocuments,
  searchFingerprint,
  searchPartOf,
  searchParts,
  stemLanguage,
} from "../../src/site/search.ts";
import { bodiesIn, plainSettings, siteIn, tagged, type Texts } from "../support/written-site.ts";

const documentsOf = (site: Site) =>
  searchParts(site).flatMap((part) => searchDocuments(part, site, bodiesIn(site)));
const urlsOf = (site: Site) => documentsOf(site).map(({ url }) => url);
const htmlOf = (text: string, file = "essays/2026-01-02-a.md") =>
  documentsOf(siteIn({ [file]: text }))[0]!.html;
const fingerprintsOf = (site: Site) =>
  searchParts(site).map((part) => searchFingerprint(part, site, bodiesIn(site)));

const texts: Texts = {
  "essays/2024-01-02-b.md": "---\ntags: [work]\naliases: [old-b]\n---\nWords.\n",
  "essays/2024-01-01-a.txt": "Words.\n",
  "essays/2024-01-03-c.md": "---\ndraft: true\n---\nWords.\n",
  "essays/2099-01-03-d.md": "Words.\n",
  "pages/about.md": "Words.\n",
  "tags/work.md": "About work.\n",
};

test("what can be found is essays and pages that are published, and nothing else", () => {
  assert.deepEqual(urlsOf(siteIn(texts)), ["/about/", "/essays/a/", "/essays/b/"]);
});

test("the order does not depend on that of the files", () => {
  const backwards = Object.fromEntries(Object.entries(texts).toReversed());
  assert.deepEqual(documentsOf(siteIn(backwards)), documentsOf(siteIn(texts)));
});

test("nothing is indexed where search is off, or where there is nothing", () => {
  assert.deepEqual(searchParts(siteIn(texts, { settings: { search: false } })), []);
  assert.deepEqual(searchParts(siteIn({})), []);
});

test("an address is percent-encoded and knows no prefix", () => {
  const settings = { url: "https://example.org/blog/" };
  const site = siteIn({ "essays/2024-01-01-日本.md": "Words.\n" }, { settings });
  assert.deepEqual(urlsOf(site), ["/essays/%E6%97%A5%E6%9C%AC/"]);
});

test("title, day and another language are facts, and the title is not in the text", () => {
  const html = htmlOf('---\ntitle: A "b" <i> &amp;\nlang: pt\n---\nWords.\n');
  assert.match(html, /"title\[content\]" content="A &#34;b&#34; &#60;i&#62; &#38;amp;"/);
  assert.match(html, /"date\[content\]" content="2026-01-02"/);
  assert.match(html, /"lang\[content\]" content="pt"/);
  assert.match(html, /<body><p>Words\.<\/p>\s*<\/body>/);
});

test("a title holds no character that HTML forbids, and no half of one", () => {
  const html = htmlOf('---\ntitle: "half\\ud800, nul\\0"\n---\nWords.\n');
  assert.doesNotMatch(html, /\p{Cs}|\0/u);
  assert.match(html, /content="half[^"]*, nul/);
});

test("links to notes and back are no part of a text", () => {
  const html = htmlOf("Some[^1] words.\n\n[^1]: A note.\n");
  assert.match(html, /Some words/);
  assert.match(html, /A note/);
  assert.doesNotMatch(html, /footnote-ref|backref/);
});

test("an `&lt;` that a writer wrote can be told from one that Pagefind makes", () => {
  assert.match(htmlOf("Write `&lt;` for <.\n"), /<code>&amp;\u2060lt;<\/code> for &lt;/);
});

test("what is indexed does not depend on where the site lies", () => {
  const texts = {
    "essays/2026-01-02-a.md":
      "# A\n\nSee [b](2026-01-03-b.md), [tags](/tags/).\n\n## Part\n\nMore.\n",
    "essays/2026-01-03-b.md": "See ![a dot](/dot.png).\n",
  };
  const at = (url: string) => documentsOf(siteIn(texts, { settings: { url } }));
  assert.deepEqual(at("https://example.org/blog/"), at("https://example.org/"));
  const html = at("https://example.org/").map((document) => document.html);
  assert.match(html[0]!, /<h2 id="part">/);
  assert.doesNotMatch(html.join(""), /href|src|<img/);
});

test("letters of scripts without spaces are set apart in titles and texts, and not in tags", () => {
  const html = htmlOf('# 日本\n\n[東京](https://example.org/東京 "東京")。\n');
  assert.match(html, /content="日\u2060 本"/);
  assert.match(html, />東\u2060 京</);
  assert.doesNotMatch(html, /title="[^"]*\u2060/);
});

test("a site is indexed by the stems of its language, but where words are found by a dictionary", () => {
  const languageOf = (language: string) => stemLanguage({ ...plainSettings, language });
  assert.deepEqual(["en", "pt-BR", "ja", "zh-Hant", "th"].map(languageOf), [
    "en",
    "pt",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

const changes: Readonly<Record<string, Texts>> = {
  "a word": { "essays/2024-01-01-a.txt": "Other words.\n" },
  "a title": { "essays/2024-01-02-b.md": "---\ntitle: Other\ntags: [work]\n---\nWords.\n" },
  "a date": { "essays/2024-01-02-b.md": "---\ndate: 2024-02-02\ntags: [work]\n---\nWords.\n" },
  "a language": { "pages/about.md": "---\nlang: de\n---\nWords.\n" },
  "an address": { "pages/about.md": "---\nslug: me\n---\nWords.\n" },
  "a text more": { "essays/2024-01-09-e.md": "Words.\n" },
};

for (const [what, change] of Object.entries(changes)) {
  test(`an index is another one after an edit of ${what}`, () => {
    const after = siteIn({ ...texts, ...change });
    assert.notDeepEqual(fingerprintsOf(after), fingerprintsOf(siteIn(texts)));
  });
}

test("what is indexed is the same after edits of what is not in it: tags, aliases, drafts, descriptions", () => {
  const after = siteIn({
    ...texts,
    "essays/2024-01-02-b.md": "---\ntags: [play]\n---\nWords.\n",
    "essays/2024-01-03-c.md": "---\ndraft: true\n---\nMore words.\n",
    "tags/work.md": "More about work.\n",
  });
  assert.deepEqual(documentsOf(after), documentsOf(siteIn(texts)));
});

test("a large site has several parts, and a text that is added changes but one", () => {
  const before = tagged(...Array.from({ length: 251 }, () => []));
  const after = { ...before, "essays/2024-01-01-one-more.md": "Words.\n" };
  const [few, many] = [fingerprintsOf(siteIn(before)), fingerprintsOf(siteIn(after))];
  assert.equal(few.length, 2);
  assert.equal(many.filter((fingerprint, i) => fingerprint !== few[i]).length, 1);
  const parts = searchParts(siteIn(before));
  assert.deepEqual(
    parts.map(({ folder }) => folder),
    ["pagefind/0/", "pagefind/1/"],
  );
  for (const { texts } of parts) assert.ok(texts.length > 80);
});

test("a search asks few parts, and no part is too large for memory", () => {
  const counts = [250, 251, 1000, 4000, 5000, 16_500].map((texts) => {
    const site = siteIn({});
    const [essay] = siteIn({ "essays/2024-01-01-a.md": "Words.\n" }).essays;
    const essays = Array.from({ length: texts }, (_, i) => ({ ...essay!, slug: `a-${i}` }));
    const urlOf = ({ slug }: { readonly slug: string }) => `/essays/${slug}/`;
    return searchParts({ ...site, essays, pages: [], urlOf }).length;
  });
  assert.deepEqual(counts, [1, 2, 4, 16, 16, 32]);
});

test("a file of the index is told by its path", () => {
  assert.equal(searchPartOf("pagefind/12/index/x.pf_index"), "pagefind/12/");
  assert.equal(searchPartOf("essays/pagefind/0/index.html"), undefined);
});
