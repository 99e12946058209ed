import assert from "node:assert/strict";
import { test } from "node:test";
import { layouts } from "../../layouts/index.ts";
import { tagsNamed } from "../support/markup.ts";
import { hostile, siteProps, topic } from "../support/props.ts";

const site = siteProps();

test("a redirect sends readers on without JavaScript, and search engines to the new address", () => {
  const props = {
    kind: "redirect",
    site,
    url: "/old/",
    to: "/essays/日本/",
    title: hostile,
  } as const;
  const markup = layouts.redirect(props).toString();
  const target = "/blog/essays/%E6%97%A5%E6%9C%AC/";
  const metas = tagsNamed(markup, "meta").map(({ attributes }) => attributes);
  assert.ok(
    metas.some((meta) => meta["http-equiv"] === "refresh" && meta.content === `0; url=${target}`),
  );
  assert.ok(metas.some(({ name, content }) => name === "robots" && content === "noindex"));
  assert.ok(tagsNamed(markup, "a").some(({ attributes }) => attributes.href === target));
  assert.ok(
    tagsNamed(markup, "link").some(
      ({ attributes }) =>
        attributes.rel === "canonical" && attributes.href === `https://example.org${target}`,
    ),
  );
});

test("the page for what is not found is helpful, has no address and is not indexed", () => {
  const markup = layouts["not-found"]({ kind: "not-found", site }).toString();
  assert.match(markup, /content="noindex"/);
  assert.doesNotMatch(markup, /rel="canonical"|og:url/);
  for (const link of ["/blog/", "/blog/essays/", "/blog/tags/"]) {
    assert.match(markup, new RegExp(`<li><a href="${link}">`));
  }
});

test("the page about subscribing shows the feeds' addresses in full", () => {
  const tags = [{ ...topic, feedUrl: "/tags/opg/feed.xml" }];
  const markup = layouts.subscribe({ kind: "subscribe", site, tags }).toString();
  assert.match(markup, />https:\/\/example.org\/blog\/feed.xml</);
  assert.match(markup, />https:\/\/example.org\/blog\/feed.json</);
  assert.match(markup, /href="\/blog\/tags\/opg\/feed.xml"\s*>#opg</);
  assert.doesNotMatch(
    layouts.subscribe({ kind: "subscribe", site, tags: [] }).toString(),
    /One tag only/,
  );
});
