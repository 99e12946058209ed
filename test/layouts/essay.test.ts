import assert from "node:assert/strict";
import { test } from "node:test";
import { layouts } from "../../layouts/index.ts";
import type { EssayProps } from "../../src/site/props.ts";
import { jsonLdOf, startTags, tagsNamed, textIn } from "../support/markup.ts";
import { body, card, date, essayProps, hostile, siteProps, undatedCard } from "../support/props.ts";

const render = (fields: Partial<EssayProps> = {}): string =>
  layouts.essay(essayProps(fields)).toString();

const meta = (markup: string, key: string): readonly string[] =>
  tagsNamed(markup, "meta")
    .filter(({ attributes }) => attributes.property === key || attributes.name === key)
    .map(({ attributes }) => attributes.content!);

test("the head says what the essay is", () => {
  const markup = render({ updated: { day: "2026-03-01", iso: "2026-03-01T10:00:00Z" } });
  assert.equal(textIn(markup, "title"), "Who is on call – Field notes");
  assert.deepEqual(meta(markup, "description"), ["Theory rarely survives scale unchanged."]);
  assert.deepEqual(meta(markup, "og:title"), ["Who is on call"]);
  assert.deepEqual(meta(markup, "og:type"), ["article"]);
  assert.deepEqual(meta(markup, "og:url"), ["https://example.org/blog/essays/who-is-on-call/"]);
  assert.deepEqual(meta(markup, "article:published_time"), ["2026-02-24"]);
  assert.deepEqual(meta(markup, "article:modified_time"), ["2026-03-01T10:00:00Z"]);
  assert.deepEqual(meta(markup, "article:tag"), ["opg", "$OPG", "@OpenGradient"]);
  assert.match(
    markup,
    /rel="canonical" href="https:\/\/example.org\/blog\/essays\/who-is-on-call\/"/,
  );
});

test("names the essay's share picture, and without one none", () => {
  const url = "https://example.org/blog/share/who-is-on-call.png";
  const markup = render({
    picture: "/share/who-is-on-call.png",
    site: siteProps({ picture: "/share.png" }),
  });
  assert.deepEqual(meta(markup, "og:image"), [url]);
  assert.deepEqual(meta(markup, "og:image:type"), ["image/png"]);
  assert.deepEqual(meta(markup, "og:image:width"), ["1200"]);
  assert.deepEqual(meta(markup, "og:image:height"), ["630"]);
  assert.deepEqual(meta(markup, "og:image:alt"), ["Who is on call – Field notes"]);
  assert.deepEqual(meta(markup, "twitter:card"), ["summary_large_image"]);
  assert.equal(jsonLdOf(markup).image, url);
  assert.doesNotMatch(render(), /og:image|twitter:card|"image"/);
});

test("the structured data is a BlogPosting", () => {
  const facts = jsonLdOf(render());
  const url = "https://example.org/blog/essays/who-is-on-call/";
  assert.deepEqual(facts, {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: "Who is on call",
    description: "Theory rarely survives scale unchanged.",
    datePublished: "2026-02-24",
    dateModified: "2026-02-24",
    author: { "@type": "Person", name: "Ada Example" },
    inLanguage: "en",
    keywords: ["opg", "$OPG", "@OpenGradient"],
    wordCount: 470,
    mainEntityOfPage: url,
    url,
  });
});

test("the structured data holds hostile words unchanged", () => {
  const facts = jsonLdOf(render({ essay: card({ title: hostile, description: hostile }) }));
  assert.equal(facts.headline, hostile);
  assert.equal(facts.description, hostile);
});

test("Open Graph gets a locale only of a language that names a country", () => {
  const locale = (lang: string) => meta(render({ essay: card({ lang }) }), "og:locale");
  assert.deepEqual(locale("pt-BR"), ["pt_BR"]);
  assert.deepEqual(locale("zh-Hant-TW"), ["zh_TW"]);
  assert.deepEqual(locale("en"), []);
  assert.deepEqual(locale("sr-Latn"), []);
});

test("the essay is an h-entry with all its parts", () => {
  const markup = render({ updated: date });
  const classes = startTags(markup).flatMap(({ attributes }) => attributes.class?.split(" ") ?? []);
  for (const part of ["p-name", "dt-published", "dt-updated", "u-url", "p-author", "e-content"]) {
    assert.equal(classes.filter((name) => name === part).length, 1, part);
  }
  assert.equal(classes.filter((name) => name === "p-category").length, 3);
  assert.match(markup, /<time class="dt-published" datetime="2026-02-24"\s*>24 February 2026</);
});

test("tags are shown with their signs", () => {
  const markup = render();
  for (const sign of [">#opg<", ">$OPG<", ">@OpenGradient<"])
    assert.ok(markup.includes(sign), sign);
});

test("the body is taken as it was rendered", () => {
  const rendered =
    '<pre><code>a\n\n    b &lt;c&gt;</code></pre>\n<p class="align-right">{{ x }}</p>';
  assert.ok(render({ body: body(rendered, "for feeds") }).includes(rendered));
});

test("a title that is only the first sentence is a heading that is not seen", () => {
  assert.match(render({ essay: card({ titled: false }) }), /<h1 class="p-name visually-hidden"/);
  assert.doesNotMatch(render(), /visually-hidden/);
});

test("an undated essay says so and gives no date to machines", () => {
  const markup = render({ essay: undatedCard() });
  assert.match(markup, />Undated</);
  assert.equal(tagsNamed(markup, "time").length, 0);
  assert.ok(!("datePublished" in jsonLdOf(markup)));
});

test("a long essay has a table of contents, in its own language", () => {
  const contents = [
    { id: "ein-teil", title: "Ein <Teil>" },
    { id: "noch-einer", title: "Noch einer" },
  ];
  const markup = render({ essay: card({ lang: "de" }), contents });
  assert.match(markup, /<nav class="contents" aria-labelledby="page:contents">/);
  assert.match(markup, /<ol lang="de">\s*<li><a href="#ein-teil">Ein &lt;Teil&gt;<\/a><\/li>/);
  assert.doesNotMatch(render(), /class="contents"/);
});

test("readers are told how long an essay takes", () => {
  assert.match(render({ minutes: 7 }), /<span>7 min read<\/span>/);
});

test("a long title is set smaller", () => {
  assert.match(
    render({ essay: card({ title: "Word ".repeat(20).trim() }) }),
    /<h1 class="p-name long">/,
  );
  assert.match(render(), /<h1 class="p-name">/);
});

test("neighbours and related essays are linked where there are any", () => {
  const other = { url: "/essays/other/", title: "<Other>", lang: "he" };
  const markup = render({ newer: other, older: other, related: [other] });
  const links = tagsNamed(markup, "a").filter(({ attributes }) => attributes.lang === "he");
  assert.deepEqual(
    links.map(({ attributes }) => attributes.rel),
    ["prev", "next", undefined],
  );
  assert.doesNotMatch(render(), /Older|Newer|Related/);
});

test("an essay without tags, description and author leaves no empty parts", () => {
  const essay = card({ tags: [], description: "" });
  const markup = render({ site: siteProps({ author: { name: "" } }), essay });
  assert.doesNotMatch(markup, /name="description"|og:description|class="tags"|h-card/);
  assert.doesNotMatch(JSON.stringify(jsonLdOf(markup)), /keywords|description|author/);
});

test("a preview says in words what readers do not see yet, and asks not to be indexed", () => {
  const draft = render({ essay: card({ mark: "draft" }) });
  assert.match(draft, /<strong class="badge">Draft</);
  assert.deepEqual(meta(draft, "robots"), ["noindex"]);
  assert.match(render({ essay: card({ mark: "held-back" }) }), /Held back until its date/);
  assert.deepEqual(meta(render(), "robots"), []);
});
