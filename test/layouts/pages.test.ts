import assert from "node:assert/strict";
import { test } from "node:test";
import { everyPage } from "../support/pages.ts";
import { startTags, tagsNamed, textIn } from "../support/markup.ts";
import { assertInert } from "../support/markup-rules.ts";
import { card, hostile, mention, siteProps } from "../support/props.ts";

const pages = everyPage();

for (const { kind, markup } of pages) {
  test(`${kind}: has one h1 and one main`, () => {
    assert.equal(tagsNamed(markup, "h1").length, 1);
    assert.equal(tagsNamed(markup, "main").length, 1);
  });

  test(`${kind}: names the site's feeds`, () => {
    const feeds = tagsNamed(markup, "link").filter(
      ({ attributes }) => attributes.rel === "alternate",
    );
    const found = new Map(feeds.map(({ attributes }) => [attributes.href, attributes.type]));
    assert.equal(found.get("/blog/feed.xml"), "application/rss+xml");
    assert.equal(found.get("/blog/feed.json"), "application/feed+json");
  });

  test(`${kind}: every link into the site has the path prefix`, () => {
    const links = startTags(markup).flatMap(({ attributes }) => attributes.href ?? []);
    assert.ok(links.length > 8);
    for (const link of links)
      assert.match(link, /^(\/blog\/|https:\/\/example\.org\/blog\/|#page:main$|#part$)/);
  });

  test(`${kind}: holds nothing that a strict content security policy forbids`, () => {
    if (kind === "search") return assertInert(markup, "search/index.html");
    for (const { name, attributes } of startTags(markup)) {
      assert.ok(!["style", "iframe", "object", "base", "form"].includes(name), name);
      if (name === "script") assert.equal(attributes.type, "application/ld+json");
      for (const attribute of Object.keys(attributes))
        assert.doesNotMatch(attribute, /^(style$|on|src)/);
    }
  });

  test(`${kind}: can be skipped to its text`, () => {
    const skip = startTags(markup).find(({ attributes }) => attributes.class === "skip");
    const [main] = tagsNamed(markup, "main");
    assert.equal(skip?.attributes.href, `#${main?.attributes.id}`);
  });
}

test("every page has a title of its own", () => {
  const titles = pages.filter(({ kind }) => !["plain", "redirect"].includes(kind));
  assert.equal(new Set(titles.map(({ markup }) => textIn(markup, "title"))).size, titles.length);
});

test("every page without a share picture of its own shows the site's, and without one none", () => {
  const picture = '<meta property="og:image" content="https://example.org/blog/share.png">';
  for (const { kind, markup } of everyPage(siteProps({ picture: "/share.png" }))) {
    assert.equal(markup.split(picture).length, 2, kind);
    assert.match(markup, /<meta property="og:image:alt" content="Field notes">/);
  }
  for (const { kind, markup } of pages) assert.doesNotMatch(markup, /og:image/, kind);
});

test("hostile text breaks out of no page", () => {
  const site = siteProps({
    title: hostile,
    description: hostile,
    author: { name: hostile, fediverse: hostile },
    navigation: [{ title: hostile, url: "/about/" }],
  });
  const essay = card({
    title: hostile,
    description: hostile,
    tags: [{ ...mention, label: hostile }],
  });
  for (const { kind, markup } of everyPage(site, essay)) {
    const tame = pages.find((page) => page.kind === kind)!.markup;
    const kinds = new Set(startTags(tame).map(({ name }) => name));
    for (const { name } of startTags(markup)) assert.ok(kinds.has(name), `${kind}: <${name}>`);
    assert.match(markup, /\{\{ x \}\}\{% y %\}/, `${kind}: template syntax is just text`);
  }
});

test("a page whose site is written from right to left says so", () => {
  for (const { markup } of everyPage(siteProps({ language: "he" }))) {
    assert.deepEqual(tagsNamed(markup, "html")[0]?.attributes, { lang: "he", dir: "rtl" });
  }
});

test("what is in another language is marked wherever it is listed", () => {
  const marked = everyPage(siteProps(), card({ lang: "ar" }));
  for (const kind of ["home", "essay", "plain", "archive", "year", "tag"]) {
    const { markup } = marked.find((page) => page.kind === kind)!;
    assert.match(markup, /lang="ar" dir="rtl"/, kind);
  }
});

test("the place where the reader is is marked in the navigation, and no other", () => {
  const here = { home: "/blog/", archive: "/blog/essays/", "tag-index": "/blog/tags/" };
  for (const { kind, markup } of pages) {
    const current = startTags(markup).filter(({ attributes }) => attributes["aria-current"]);
    const expected = {
      ...here,
      plain: "/blog/about/",
      subscribe: "/blog/subscribe/",
      search: "/blog/search/",
    };
    const link = expected[kind as keyof typeof expected];
    assert.deepEqual(
      current.map(({ attributes }) => attributes.href),
      link === undefined ? [] : [link],
      kind,
    );
  }
});

test("a site without an author names nobody", () => {
  for (const { markup } of everyPage(siteProps({ author: { name: "" } }))) {
    assert.doesNotMatch(markup, /Written by|h-card|name="author"|"Person"/);
  }
});

test("the author's own page and account are told to the machines that ask", () => {
  const author = { name: "Ada", url: "https://ada.example/", fediverse: "@ada@social.example" };
  for (const { markup } of everyPage(siteProps({ author }))) {
    assert.match(markup, /<meta name="fediverse:creator" content="@ada@social.example">/);
    assert.match(markup, /<link rel="me" href="https:\/\/ada.example\/">/);
  }
});
