import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonFeed } from "feedsmith";
import { renderFeed } from "../../../src/site/feeds/index.ts";
import type { FeedProps } from "../../../src/site/props.ts";
import { body, card, feedEntry, feedProps, hostile, siteProps } from "../../support/props.ts";

const jsonFeed = (fields: Partial<FeedProps> = {}): string =>
  renderFeed(feedProps({ kind: "json-feed", url: "/feed.json", ...fields }));

test("the feed has every field that it should", () => {
  const site = siteProps({ author: { name: "Ada", url: "https://ada.example/" } });
  const entry = feedEntry({ updated: "2026-03-01T09:30:00Z", body: body("", "<p>Whole.</p>") });
  const authors = [{ name: "Ada", url: "https://ada.example/" }];
  assert.deepEqual(JSON.parse(jsonFeed({ site, entries: [entry] })), {
    version: "https://jsonfeed.org/version/1.1",
    title: "Field notes",
    home_page_url: "https://example.org/blog/",
    feed_url: "https://example.org/blog/feed.json",
    description: "Essays on what happens on the ground",
    language: "en",
    authors,
    items: [
      {
        id: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8",
        url: "https://example.org/blog/essays/who-is-on-call/",
        title: "Who is on call",
        summary: "Theory rarely survives scale unchanged.",
        content_html: "<p>Whole.</p>",
        date_published: "2026-02-24T00:00:00Z",
        date_modified: "2026-03-01T09:30:00Z",
        tags: ["opg", "$OPG", "@OpenGradient"],
        language: "en",
        authors,
      },
    ],
  });
});

test("what there is none of is left out", () => {
  const site = siteProps({ author: { name: "" } });
  const essay = card({ description: "", tags: [] });
  const text = jsonFeed({ site, description: "", entries: [feedEntry({ essay })] });
  assert.doesNotMatch(text, /null|"summary"|"tags"|"authors"|"description"|"date_modified"/);
});

test("titles and tags are plain text, and stay what they were", () => {
  const tag = { ...card().tags[0]!, label: hostile };
  const text = jsonFeed({ entries: [feedEntry({ essay: card({ title: hostile, tags: [tag] }) })] });
  const item = parseJsonFeed(text).items![0]!;
  assert.equal(item.title, hostile);
  assert.deepEqual(item.tags, [hostile]);
});

test("an essay in another language says so, in its field and in its HTML", () => {
  const text = jsonFeed({ entries: [feedEntry({ essay: card({ lang: "ar" }) })] });
  const item = parseJsonFeed(text).items![0]!;
  assert.equal(item.language, "ar");
  assert.match(item.content_html!, /^<div lang="ar" dir="rtl">/);
});

test("control characters are left out", () => {
  const text = jsonFeed({
    entries: [feedEntry({ essay: card({ title: "a\u0000\u0007b\ud800" }) })],
  });
  assert.equal(parseJsonFeed(text).items![0]!.title, "ab");
});

test("a feed without essays is a feed all the same", () => {
  assert.deepEqual(JSON.parse(jsonFeed({ entries: [] })).items, []);
});
