import assert from "node:assert/strict";
import { test } from "node:test";
import type { FeedProps, Props, PropsOf } from "../../src/site/props.ts";
import { pagesOf } from "../../src/site/plan/index.ts";
import type { Page } from "../../src/site/page.ts";
import type { Site } from "../../src/site/site.ts";
import { siteIn, tagged, type Circumstances, type Texts } from "../support/written-site.ts";

const noBody = { html: "", absoluteHtml: "", toJSON: () => "" };

const propsOf = (page: Page): Props => page.props(() => noBody);

/** The props of all pages of a kind, by their files. */
function pagesOfKind<K extends Props["kind"]>(
  site: Site,
  kind: K,
): ReadonlyMap<string, PropsOf<K>> {
  const isOfKind = (props: Props): props is PropsOf<K> => props.kind === kind;
  return new Map(
    pagesOf(site).flatMap((page) => {
      const props = propsOf(page);
      return isOfKind(props) ? [[page.path, props] as const] : [];
    }),
  );
}

const feedAt = (site: Site, kind: FeedProps["kind"], path: string): FeedProps =>
  pageAt<FeedProps["kind"]>(site, kind, path);

const pageAt = <K extends Props["kind"]>(site: Site, kind: K, path: string): PropsOf<K> =>
  pagesOfKind(site, kind).get(path)!;

const many = (count: number, tag = "x"): Texts =>
  tagged(...Array.from({ length: count }, () => [tag]));
const slugsIn = ({
  essays,
}: {
  readonly essays: readonly { readonly url: string }[];
}): readonly number[] => essays.map(({ url }) => Number(/essay-(\d+)/.exec(url)![1]));

/** From one number to another, both included, downwards. */
const down = (from: number, to: number): readonly number[] =>
  Array.from({ length: from - to + 1 }, (_, i) => from - i);

const undated = (name: string): Texts => ({ [`essays/${name}.md`]: "Words.\n" });

test("an empty blog has every page of a blog", () => {
  assert.deepEqual(
    pagesOf(siteIn({}))
      .map(({ path }) => path)
      .toSorted(),
    [
      "404.html",
      "essays/index.html",
      "feed.json",
      "feed.xml",
      "index.html",
      "robots.txt",
      "search/index.html",
      "share.png",
      "sitemap.xml",
      "subscribe/index.html",
      "tags/index.html",
    ],
  );
});

test("every text and every tag has its outputs, and every output says who asks for it", () => {
  const site = siteIn({
    "essays/2024-01-01-a.txt": "#work $OPG @ada\n\nWords.\n",
    "essays/2024-01-02-b.md": "---\naliases: [old-b, /2019/b.html]\n---\nWords.\n",
    "pages/about.md": "---\naliases: [me]\n---\nWords.\n",
    "tags/work.md": "About work.\n",
    "essays/2024-01-03-c.md": "---\ndraft: true\naliases: [old-c]\n---\nWords.\n",
  });
  const outputs = pagesOf(site).map(({ path, file }) =>
    file === undefined ? path : `${path} ← ${file}`,
  );
  assert.deepEqual(outputs.toSorted(), [
    "2019/b.html ← essays/2024-01-02-b.md",
    "404.html",
    "about/index.html ← pages/about.md",
    "essays/a/index.html ← essays/2024-01-01-a.txt",
    "essays/b/index.html ← essays/2024-01-02-b.md",
    "essays/index.html",
    "essays/old-b/index.html ← essays/2024-01-02-b.md",
    "feed.json",
    "feed.xml",
    "index.html",
    "me/index.html ← pages/about.md",
    "mentions/ada/feed.xml",
    "mentions/ada/index.html",
    "robots.txt",
    "search/index.html",
    "share.png",
    "share/a.png ← essays/2024-01-01-a.txt",
    "share/b.png ← essays/2024-01-02-b.md",
    "sitemap.xml",
    "subscribe/index.html",
    "tags/index.html",
    "tags/work/feed.xml",
    "tags/work/index.html",
    "tickers/opg/feed.xml",
    "tickers/opg/index.html",
  ]);
  for (const { what } of pagesOf(site)) assert.match(what, /^\S.*\S$/);
});

test("the home page shows the latest 20, and says how many there are", () => {
  const home = pageAt(siteIn({ ...many(30), ...undated("z") }), "home", "index.html");
  assert.deepEqual(slugsIn(home), down(30, 11));
  assert.equal(home.total, 31);
});

test("up to 99 essays the archive is one page", () => {
  const site = siteIn({ ...many(98), ...undated("essay-0") });
  const archive = pageAt(site, "archive", "essays/index.html");
  assert.deepEqual(slugsIn(archive), [...down(98, 1), 0]);
  assert.deepEqual(archive.years, []);
  assert.equal(pagesOfKind(site, "year").size, 0);
});

test("from 100 essays on it shows the latest 20 and has a page a year, undated essays last", () => {
  const site = siteIn({ ...many(800), ...undated("essay-0") });
  const archive = pageAt(site, "archive", "essays/index.html");
  assert.deepEqual(slugsIn(archive), down(800, 781));
  assert.deepEqual(archive.years, [
    { year: "2022", url: "/essays/2022/", count: 69 },
    { year: "2021", url: "/essays/2021/", count: 365 },
    { year: "2020", url: "/essays/2020/", count: 366 },
    { year: "undated", url: "/essays/undated/", count: 1 },
  ]);
  const years = [...pagesOfKind(site, "year").values()];
  assert.deepEqual(
    years.map(({ url }) => url),
    archive.years.map(({ url }) => url),
  );
  assert.deepEqual(years.flatMap(slugsIn), [...down(800, 1), 0]);
  assert.deepEqual(
    years.map(({ newer }) => newer?.year),
    [undefined, "2022", "2021", "2020"],
  );
  assert.deepEqual(
    years.map(({ older }) => older?.year),
    ["2021", "2020", "undated", undefined],
  );
});

/** The pages of the tag x: the newest first, then the numbered ones. */
const tagPages = (site: Site): ReadonlyMap<string, PropsOf<"tag">> => pagesOfKind(site, "tag");

test("a tag page of up to 99 essays is one page", () => {
  for (const count of [1, 50, 99]) {
    const pages = tagPages(siteIn(many(count)));
    assert.deepEqual([...pages.keys()], ["tags/x/index.html"]);
    const page = pages.get("tags/x/index.html")!;
    assert.deepEqual(slugsIn(page), down(count, 1));
    assert.equal(page.total, count);
    assert.deepEqual([page.number, page.newer, page.older], [undefined, undefined, undefined]);
  }
});

for (const [count, parts] of [
  [100, 1],
  [149, 1],
  [150, 2],
  [199, 2],
  [200, 3],
  [499, 8],
] as const) {
  test(`a tag page of ${count} essays is paged from the oldest: ${parts} of 50, and the rest`, () => {
    const pages = tagPages(siteIn(many(count)));
    const paths = Array.from({ length: parts }, (_, i) => `tags/x/page/${i + 1}/index.html`);
    assert.deepEqual([...pages.keys()], ["tags/x/index.html", ...paths]);
    const newest = pages.get("tags/x/index.html")!;
    assert.deepEqual(slugsIn(newest), down(count, 50 * parts + 1));
    assert.ok(newest.essays.length >= 50 && newest.essays.length <= 99);
    assert.equal(newest.older, `/tags/x/page/${parts}/`);
    paths.forEach((path, i) => {
      const page = pages.get(path)!;
      assert.deepEqual(slugsIn(page), down(50 * (i + 1), 50 * i + 1));
      assert.equal(page.number, i + 1);
      assert.equal(page.older, i === 0 ? undefined : `/tags/x/page/${i}/`);
      assert.equal(page.newer, i + 1 === parts ? "/tags/x/" : `/tags/x/page/${i + 2}/`);
      assert.equal(page.total, count);
    });
  });
}

test("a new essay moves no older one to another page, until a page is full", () => {
  let before = new Map<string, readonly number[]>();
  for (let count = 100; count <= 210; count++) {
    const pages = [...tagPages(siteIn(many(count)))].map(
      ([path, page]) => [path, slugsIn(page)] as const,
    );
    const numbered = new Map(pages.filter(([path]) => path.includes("/page/")));
    for (const [path, slugs] of before)
      assert.deepEqual(numbered.get(path), slugs, `${path} of ${count}`);
    before = numbered;
  }
});

test("every tag has a feed of its latest 20 dated essays, and its page names it", () => {
  const site = siteIn({ ...many(30), "essays/essay-0.md": "---\ntags: [x]\n---\nWords.\n" });
  const feed = feedAt(site, "rss", "tags/x/feed.xml");
  assert.deepEqual(
    feed.entries.map(({ essay }) => Number(essay.url.split(/[-/]/).at(-2))),
    down(30, 11),
  );
  assert.equal(feed.homeUrl, "/tags/x/");
  assert.equal(pageAt(site, "tag", "tags/x/index.html").feedUrl, feed.url);
});

test("the feeds hold the latest 20 dated essays and no undated one", () => {
  const site = siteIn({ ...many(30), ...undated("essay-0") });
  for (const [kind, path] of [
    ["rss", "feed.xml"],
    ["json-feed", "feed.json"],
  ] as const) {
    const { entries } = feedAt(site, kind, path);
    assert.deepEqual(slugsIn({ essays: entries.map(({ essay }) => essay) }), down(30, 11));
  }
});

test("an essay's neighbours are the newer and the older one; undated essays have none and are none", () => {
  const site = siteIn({ ...many(3), ...undated("a"), ...undated("b") });
  const urls = ["essay-1", "essay-2", "essay-3", "a", "b"].map((slug) => {
    const { newer, older } = pageAt(site, "essay", `essays/${slug}/index.html`);
    return [newer?.url, older?.url];
  });
  assert.deepEqual(urls, [
    ["/essays/essay-2/", undefined],
    ["/essays/essay-3/", "/essays/essay-1/"],
    [undefined, "/essays/essay-2/"],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test("aliases leave pages behind that lead to the text", () => {
  const site = siteIn({
    "essays/2024-01-01-new.md":
      "---\naliases: [old, /2019/older.html, /2018/oldest/]\n---\n# New\n\nWords.\n",
    "pages/about.md": "---\naliases: [me]\n---\n# About\n\nWords.\n",
  });
  const redirects = [...pagesOfKind(site, "redirect")].map(([path, { url, to, title }]) => [
    path,
    url,
    to,
    title,
  ]);
  assert.deepEqual(redirects, [
    ["essays/old/index.html", "/essays/old/", "/essays/new/", "New"],
    ["2019/older.html", "/2019/older.html", "/essays/new/", "New"],
    ["2018/oldest/index.html", "/2018/oldest/", "/essays/new/", "New"],
    ["me/index.html", "/me/", "/about/", "About"],
  ]);
});

test("an essay's share picture says whose, what, who and when; the site's says what it is about", () => {
  const author = { name: "Ada" };
  const settings = { title: "Notes", description: "On things", author };
  const site = siteIn(
    { "essays/2024-01-01-a.md": "# A day\n\nWords.\n", "essays/b.md": "# B\n" },
    { settings },
  );
  const shown = pagesOf(site).flatMap((page) => {
    const props = propsOf(page);
    return props.kind === "share-picture" ? [[page.path, props]] : [];
  });
  const kind = "share-picture";
  const ofEssay = { kind, author: "Ada", siteTitle: "Notes", text: "" };
  assert.deepEqual(Object.fromEntries(shown), {
    "share.png": {
      kind,
      author: "Ada",
      siteTitle: "",
      title: "Notes",
      text: "On things",
      date: "",
    },
    "share/a.png": { ...ofEssay, title: "A day", date: "1 January 2024" },
    "share/b.png": { ...ofEssay, title: "B", date: "" },
  });
});

test("without share pictures there are none, and no page names one", () => {
  const site = siteIn(
    { "essays/2024-01-01-a.md": "Words.\n" },
    { settings: { sharePictures: false } },
  );
  for (const page of pagesOf(site)) {
    assert.doesNotMatch(page.path, /png$/);
    const props = propsOf(page);
    assert.ok(props.kind !== "share-picture" && props.site.picture === undefined);
    assert.ok(!("picture" in props));
  }
});

test("a page's place in the sources is its slug, an alias' that of the alias", () => {
  const text = "---\naliases: [old]\nslug: new\n---\nWords.\n";
  const spans = pagesOf(siteIn({ "essays/2024-01-01-a.md": text }))
    .filter(({ file }) => file !== undefined)
    .map(({ span }) => text.slice(span!.start, span!.end));
  assert.deepEqual(spans, ["new", "old", "new"]);
});

test("the sitemap lists what is to be found, with the day of the last change", () => {
  const site = siteIn({
    "essays/2024-01-01-a.md": "---\nupdated: 2024-05-05\naliases: [old]\ntags: [x]\n---\nWords.\n",
    "essays/b.md": "Words.\n",
    "essays/2024-01-03-c.md": "---\ndraft: true\n---\nWords.\n",
    "pages/about.md": "Words.\n",
  });
  assert.deepEqual(pageAt(site, "sitemap", "sitemap.xml").urls, [
    { url: "/" },
    { url: "/essays/" },
    { url: "/tags/" },
    { url: "/subscribe/" },
    { url: "/search/" },
    { url: "/about/" },
    { url: "/essays/a/", changed: "2024-05-05" },
    { url: "/essays/b/" },
    { url: "/tags/x/" },
  ]);
});

test("the page about subscribing names the most used tags, twelve at most", () => {
  const labels = "abcdefghijklmno".split("");
  const lists = labels.flatMap((label, i) => Array.from({ length: i + 1 }, () => [label]));
  const { tags } = pageAt(siteIn(tagged(...lists)), "subscribe", "subscribe/index.html");
  assert.deepEqual(
    tags.map(({ label }) => label),
    labels.toReversed().slice(0, 12),
  );
  assert.equal(tags[0]!.feedUrl, "/tags/o/feed.xml");
});

test("the index of tags counts the essays of each", () => {
  const site = siteIn({
    ...tagged(["b"], ["a", "b"]),
    "essays/2019-01-01-x.txt": "$a\n\nWords.\n",
  });
  const { tags } = pageAt(site, "tag-index", "tags/index.html");
  assert.deepEqual(
    tags.map(({ kind, label, count }) => [kind, label, count]),
    [
      ["topic", "a", 1],
      ["topic", "b", 2],
      ["ticker", "a", 1],
    ],
  );
});

test("drafts and essays of the future are shown by a preview alone, and marked", () => {
  const texts = {
    "essays/2024-01-01-a.md": "Words.\n",
    "essays/2024-01-02-b.md": "---\ndraft: true\n---\nWords.\n",
    "essays/2999-01-01-c.md": "Words.\n",
  };
  const marks = (circumstances: Circumstances) =>
    [...pagesOfKind(siteIn(texts, circumstances), "essay").values()].map(({ essay }) => [
      essay.url,
      essay.mark,
    ]);
  assert.deepEqual(marks({}), [["/essays/a/", undefined]]);
  assert.deepEqual(marks({ showsAll: true }), [
    ["/essays/c/", "held-back"],
    ["/essays/b/", "draft"],
    ["/essays/a/", undefined],
  ]);
});

test("a description is shown on the first page of its tag, of whichever kind", () => {
  const texts: Texts = {
    ...many(120, "work"),
    "essays/2019-01-01-x.txt": "$OPG @ada #c\n\nWords.\n",
    "tags/work.md": "About work.\n",
    "tags/opg.md": "About OPG.\n",
    "tags/unused.md": "About nothing.\n",
  };
  const site = siteIn(texts);
  const described = [...tagPages(site)]
    .filter(([, { description }]) => description)
    .map(([path]) => path);
  assert.deepEqual(described, ["tags/work/index.html", "tickers/opg/index.html"]);
  assert.deepEqual(
    site.unusedDescriptions.map(({ source }) => source.file),
    ["tags/unused.md"],
  );
});

test("where kinds share a slug, a description is of the topic before the ticker before the mention", () => {
  const described = (header: string) => [
    ...siteIn({
      "essays/2024-01-01-a.txt": `${header}\n\nWords.\n`,
      "tags/opg.md": "About.\n",
    }).descriptions.keys(),
  ];
  assert.deepEqual(described("@opg $opg #opg"), ["/tags/opg/"]);
  assert.deepEqual(described("@opg $opg"), ["/tickers/opg/"]);
  assert.deepEqual(described("@opg"), ["/mentions/opg/"]);
});

test("pages of content/pages/ stand in the navigation of every page", () => {
  const site = siteIn({
    ...many(2),
    "pages/b.md": "# Bees\n\nWords.\n",
    "pages/a.md": "---\norder: 1\n---\n# Ants\n\nWords.\n",
  });
  for (const page of pagesOf(site)) {
    const props = propsOf(page);
    if (props.kind === "share-picture") continue;
    assert.deepEqual(props.site.navigation, [
      { title: "Bees", url: "/b/" },
      { title: "Ants", url: "/a/" },
    ]);
  }
});

test("making the pages asks for no body, and no page but those with text asks for one", () => {
  const site = siteIn({ ...many(3), "pages/about.md": "Words.\n", "tags/x.md": "About x.\n" });
  const asking = pagesOf(site).filter((page) => {
    let isAsked = false;
    page.props(() => {
      isAsked = true;
      return noBody;
    });
    return isAsked;
  });
  assert.deepEqual(asking.map(({ path }) => path).toSorted(), [
    "about/index.html",
    "essays/essay-1/index.html",
    "essays/essay-2/index.html",
    "essays/essay-3/index.html",
    "feed.json",
    "feed.xml",
    "tags/x/feed.xml",
    "tags/x/index.html",
  ]);
});

test("a page names the texts whose bodies it shows, and asks for no other", () => {
  const site = siteIn({
    ...many(25),
    "pages/about.md": "# About\n\nWords.\n",
    "tags/x.md": "What x is.\n",
    "essays/undated.md": "---\ntags: [x]\naliases: [old]\n---\nWords.\n",
  });
  for (const page of pagesOf(site)) {
    const asked = new Set<string>();
    page.props(({ source }) => {
      asked.add(source.file);
      return noBody;
    });
    const shown = page.shows.map(({ source }) => source.file);
    assert.deepEqual([...asked].toSorted(), shown.toSorted(), page.path);
  }
});
