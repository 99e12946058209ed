import assert from "node:assert/strict";
import { test } from "node:test";
import { layouts } from "../../layouts/index.ts";
import type { Card } from "../../src/site/props.ts";
import { jsonLdOf, tagsNamed } from "../support/markup.ts";
import { card, siteProps, ticker, topic, undatedCard } from "../support/props.ts";

const site = siteProps();
const home = (essays: readonly Card[] = [card()], total = essays.length): string =>
  layouts.home({ kind: "home", site, essays, total }).toString();

test("an empty blog has friendly words and no empty lists", () => {
  const archive = layouts.archive({ kind: "archive", site, essays: [], years: [] }).toString();
  const tags = layouts["tag-index"]({ kind: "tag-index", site, tags: [] }).toString();
  assert.match(home([], 0), /There are no essays yet/);
  assert.match(archive, /There are no essays yet/);
  assert.match(tags, /No essay has a tag yet/);
  for (const markup of [home([], 0), archive, tags]) {
    assert.doesNotMatch(markup, /<ul[^>]*>\s*<\/ul>/);
  }
});

test("the home page is a feed of cards, and leads to the rest", () => {
  const markup = home([card(), undatedCard({ title: "Other", tags: [] })], 37);
  assert.match(markup, /class="h-feed"/);
  assert.equal(tagsNamed(markup, "h2").length, 2);
  assert.equal(tagsNamed(markup, "time").length, 1);
  assert.match(markup, /All 37 essays/);
  assert.doesNotMatch(home(), /All 1 essays/);
  assert.deepEqual(jsonLdOf(markup)["@type"], ["WebSite", "Blog"]);
});

test("a card shows a summary unless it only repeats the title", () => {
  const summaries = (fields: Parameters<typeof card>[0]) => {
    const props = { kind: "home", site, essays: [card(fields)], total: 1 } as const;
    return (
      layouts
        .home(props)
        .toString()
        .match(/class="p-summary"/g)?.length ?? 0
    );
  };
  const opening = { title: "Maybe that's just what a few…", titled: false };
  assert.equal(summaries({}), 1);
  assert.equal(summaries({ description: "" }), 0);
  assert.equal(
    summaries({ ...opening, description: "Maybe that's just what a few cycles do." }),
    0,
  );
  assert.equal(summaries({ ...opening, description: "On infrastructure." }), 1);
});

test("a card in a preview carries its mark", () => {
  assert.match(home([card({ mark: "draft" })]), /<strong class="badge">Draft</);
});

test("the archive of few essays has a part for every year, and a line for every essay", () => {
  const day = (iso: string) => ({ date: { day: iso, iso } });
  const essays = [
    card(day("2026-02-24")),
    card(day("2025-12-31")),
    card(day("2025-01-01")),
    undatedCard(),
  ];
  const markup = layouts.archive({ kind: "archive", site, essays, years: [] }).toString();
  assert.deepEqual(
    [...markup.matchAll(/<h2>(.*?)<\/h2>|<li class="line/g)].map(([, year]) => year ?? "line"),
    ["2026", "line", "2025", "line", "line", "Undated", "line"],
  );
});

test("the archive of many essays lists the years", () => {
  const years = [
    { year: "2026", url: "/essays/2026/", count: 80 },
    { year: "undated", url: "/essays/undated/", count: 20 },
  ];
  const markup = layouts.archive({ kind: "archive", site, essays: [card()], years }).toString();
  assert.match(markup, /<a href="\/blog\/essays\/2026\/">2026<\/a> <span class="count">80</);
  assert.match(markup, /<a href="\/blog\/essays\/undated\/">Undated<\/a> <span class="count">20</);
});

test("the index of tags has a part for each kind that is used", () => {
  const tags = [
    { ...topic, count: 3 },
    { ...ticker, count: 1 },
  ];
  const markup = layouts["tag-index"]({ kind: "tag-index", site, tags }).toString();
  assert.match(markup, />#opg<\/a> <span class="count">3</);
  assert.match(markup, />Tickers</);
  assert.doesNotMatch(markup, />Mentions</);
});

test("a tag's page names the tag's feed beside the site's", () => {
  const props = { kind: "tag", site, url: ticker.url, tag: ticker, total: 1 } as const;
  const feedUrl = `${ticker.url}feed.xml`;
  const markup = layouts.tag({ ...props, feedUrl, essays: [card()] }).toString();
  const feeds = tagsNamed(markup, "link").filter(
    ({ attributes }) => attributes.rel === "alternate",
  );
  assert.deepEqual(
    feeds.map(({ attributes }) => [attributes.title, attributes.href]),
    [
      ["Field notes", "/blog/feed.xml"],
      ["Field notes", "/blog/feed.json"],
      ["$OPG – Field notes", "/blog/tickers/opg/feed.xml"],
    ],
  );
  assert.match(markup, /1 essay</);
  assert.doesNotMatch(markup, /Older essays|Newer essays/);
});

test("parts of a long tag lead to each other and have titles of their own", () => {
  const props = { kind: "tag", site, tag: topic, total: 120, essays: [card()] } as const;
  const markup = layouts
    .tag({
      ...props,
      url: "/tags/opg/page/2/",
      feedUrl: "/tags/opg/feed.xml",
      number: 2,
      newer: "/tags/opg/",
      older: "/tags/opg/page/1/",
    })
    .toString();
  assert.match(markup, /<title>#opg, page 2 – Field notes</);
  assert.match(markup, /rel="prev" href="\/blog\/tags\/opg\/page\/1\/"/);
  assert.match(markup, /rel="next" href="\/blog\/tags\/opg\/"/);
  assert.match(markup, /rel="canonical" href="https:\/\/example.org\/blog\/tags\/opg\/page\/2\/"/);
});
