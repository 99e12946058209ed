import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRssFeed } from "feedsmith";
import { renderFeed } from "../../../src/site/feeds/index.ts";
import type { FeedProps } from "../../../src/site/props.ts";
import { body, card, feedEntry, feedProps, hostile, siteProps } from "../../support/props.ts";
import { random } from "../../support/random.ts";

const rss = (fields: Partial<FeedProps> = {}): string => renderFeed(feedProps(fields));
const itemOf = (fields: Partial<FeedProps>) => parseRssFeed(rss(fields)).items![0]!;

/** The names of elements in order of appearance. */
const elements = (xml: string): readonly string[] =>
  [...xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "").matchAll(/<([a-z][\w:]*)/gi)].map(
    ([, name]) => name!,
  );

test("the channel says what the feed is, and where", () => {
  const { items: _, ...channel } = parseRssFeed(rss());
  assert.deepEqual(channel, {
    title: "Field notes",
    link: "https://example.org/blog/",
    description: "Essays on what happens on the ground",
    language: "en",
    lastBuildDate: "Tue, 24 Feb 2026 00:00:00 GMT",
    generator: "Galley",
    atom: {
      links: [
        { href: "https://example.org/blog/feed.xml", rel: "self", type: "application/rss+xml" },
      ],
    },
  });
});

test("an item holds the whole essay", () => {
  assert.deepEqual(itemOf({ entries: [feedEntry({ body: body("for pages", "<p>Whole.</p>") })] }), {
    title: "Who is on call",
    link: "https://example.org/blog/essays/who-is-on-call/",
    guid: { value: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8", isPermaLink: false },
    pubDate: "Tue, 24 Feb 2026 00:00:00 GMT",
    dc: { creators: ["Ada Example"] },
    categories: [{ name: "opg" }, { name: "$OPG" }, { name: "@OpenGradient" }],
    description: "Theory rarely survives scale unchanged.",
    content: { encoded: "<p>Whole.</p>" },
  });
});

test("the elements stand in the order that the W3C feed validator asks for", () => {
  const xml = rss({ entries: [feedEntry({ essay: card({ lang: "pt" }) })] });
  const channel = "title link description language lastBuildDate atom:link generator";
  const item = "title link guid pubDate dc:creator category category category dc:language";
  assert.equal(
    elements(xml).join(" "),
    `rss channel ${channel} item ${item} description content:encoded`,
  );
});

test("every namespace that is used is declared", () => {
  const xml = rss();
  const used = elements(xml).flatMap((name) => (name.includes(":") ? name.split(":")[0]! : []));
  for (const prefix of new Set(used)) assert.ok(xml.includes(` xmlns:${prefix}="http`), prefix);
});

test("a title is escaped once, with references that readers take for plain text", () => {
  const title = "AT&T <b>";
  const xml = rss({ entries: [feedEntry({ essay: card({ title }) })] });
  assert.ok(xml.includes("<title>AT&#x26;T &#x3C;b&#x3E;</title>"));
  assert.equal(parseRssFeed(xml).items![0]!.title, title);
});

test("a title that looks like HTML is kept from being read as HTML", () => {
  const { title } = itemOf({ entries: [feedEntry({ essay: card({ title: "<b>&lt;</b>" }) })] });
  assert.equal(title, "<b>&\u2060lt;<\u2060/b>");
});

test("a description is HTML, as RSS has it: it is escaped twice", () => {
  const xml = rss({ entries: [feedEntry({ essay: card({ description: "AT&T <b>" }) })] });
  assert.ok(xml.includes("<description><![CDATA[AT&amp;T &lt;b&gt;]]></description>"));
});

test("the language of an essay in another language is kept", () => {
  const item = itemOf({ entries: [feedEntry({ essay: card({ lang: "ar" }) })] });
  assert.deepEqual(item.dc?.languages, ["ar"]);
  assert.equal(item.content?.encoded, '<div lang="ar" dir="rtl"><p>Who is on call?</p></div>');
});

test("readers are told the direction of a blog that is written from right to left", () => {
  const site = siteProps({ language: "he" });
  const item = itemOf({ site, entries: [feedEntry({ essay: card({ lang: "he" }) })] });
  assert.equal(item.dc?.languages, undefined);
  assert.match(item.content!.encoded!, /^<div lang="he" dir="rtl">/);
});

test("lastBuildDate is the newest change, whichever essay it is of", () => {
  const older = feedEntry({ published: "2025-01-02T00:00:00Z", updated: "2026-03-01T09:30:00Z" });
  const feed = parseRssFeed(rss({ entries: [feedEntry(), older] }));
  assert.equal(feed.lastBuildDate, "Sun, 01 Mar 2026 09:30:00 GMT");
});

test("a feed without essays has no date, and is a feed all the same", () => {
  const xml = rss({ entries: [] });
  assert.ok(!xml.includes("lastBuildDate"));
  assert.equal(parseRssFeed(xml).title, "Field notes");
});

test("a feed without a description describes itself by its title", () => {
  assert.equal(parseRssFeed(rss({ description: "" })).description, "Field notes");
});

test("an author without a name is not a creator", () => {
  assert.equal(itemOf({ site: siteProps({ author: { name: "" } }) }).dc, undefined);
});

test("hostile text stays where it was put", () => {
  const tame = elements(rss());
  const essay = card({
    title: hostile,
    description: hostile,
    tags: card().tags.map((tag) => ({ ...tag, label: hostile })),
  });
  const site = siteProps({ author: { name: hostile } });
  const entry = feedEntry({ essay, guid: hostile, body: body(`<p>]]></p>`) });
  const xml = rss({ site, title: hostile, description: hostile, entries: [entry] });
  assert.deepEqual(elements(xml), tame);
  const item = parseRssFeed(xml).items![0]!;
  assert.equal(item.title!.replaceAll("\u2060", ""), hostile);
  assert.equal(item.content?.encoded, "<p>]]></p>");
});

test("only characters that XML allows are written, whatever the text", () => {
  const next = random(11);
  const alphabet = ["\u0000", "\u0008", "\u000b", "\u001f", "\u0085", "\ufffe", "\uffff", "\ud800"];
  alphabet.push("\udc00", "a", "<", "]]>", "😀", "\n", "&");
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: 20 }, () => alphabet[Math.floor(next() * alphabet.length)]!);
    const title = text.join("");
    const essay = card({ title, description: title, tags: [{ ...card().tags[0]!, label: title }] });
    const xml = rss({ title, entries: [feedEntry({ essay, body: body(`<p>${title}</p>`) })] });
    // oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/);
    assert.equal(Buffer.from(xml).toString(), xml, "no lone surrogates");
  }
});

test("a replacement character is no sign of a wrong encoding", () => {
  const essay = card({ title: "a\ufffdb" });
  const xml = rss({ entries: [feedEntry({ essay, body: body("<p>a\ufffdb</p>") })] });
  assert.ok(!xml.includes("\ufffd"));
  assert.ok(xml.includes("<p>a&#xFFFD;b</p>"));
});

test("every address is absolute and percent-encoded", () => {
  const essay = card({ url: "/essays/日本語/" });
  const item = itemOf({ entries: [feedEntry({ essay })] });
  assert.equal(item.link, "https://example.org/blog/essays/%E6%97%A5%E6%9C%AC%E8%AA%9E/");
});

test("the bytes do not depend on the machine's time zone or on the clock", (t) => {
  const zone = process.env.TZ;
  t.after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
  const feeds = ["UTC", "Pacific/Auckland", "Pacific/Honolulu"].map((other, days) => {
    process.env.TZ = other;
    t.mock.timers.reset();
    t.mock.timers.enable({ apis: ["Date"], now: days * 86_400_000 });
    return rss({ entries: [feedEntry({ published: "2026-02-23T11:00:00Z" })] });
  });
  assert.equal(new Set(feeds).size, 1);
  assert.match(feeds[0]!, /<pubDate>Mon, 23 Feb 2026 11:00:00 GMT</);
});
