import assert from "node:assert/strict";
import { test } from "node:test";
import type { Settings } from "../../src/settings/settings.ts";
import type { Body } from "../../src/site/props.ts";
import {
  bodiesIn,
  bodiesWith,
  resolverOf,
  siteIn,
  textAt,
  type Texts,
} from "../support/written-site.ts";

const A = "essays/2024-01-01-a.md";
const BELOW: Partial<Settings> = { url: "https://example.org/blog/" };

/** The body of a text of a site below `/blog/`, which may show a picture. */
function bodyIn(texts: Texts, file = A, size = { width: 40, height: 20 }): Body {
  const site = siteIn(texts, { settings: BELOW });
  const pictures = new Map([["essays/map.png", { file: "essays/map.png", hash: "hash", ...size }]]);
  return bodiesIn(site, resolverOf(site, { pictures }))(textAt(site, file));
}

const hrefs = (html: string): readonly string[] =>
  Array.from(html.matchAll(/(?:href|src)="([^"]*)"/g), ([, url]) => url!);

const linking = `# A

## Part & parcel

[own part](#part-parcel), [top](#), [asking](?a=1&b=2), [other](2024-01-02-b.md#there), [tags](/tags/),
[elsewhere](https://example.com/?a=1&b=2), [mail](mailto:ada@example.org) and ![a map](map.png).
`;
const other = "# B\n\n## There\n\nWords.\n";
const texts: Texts = { [A]: linking, "essays/2024-01-02-b.md": other };

const rest = ["https://example.com/?a=1&amp;b=2", "mailto:ada@example.org"];

test("on its page, links within the essay stay there, and others lead below the path prefix", () => {
  assert.deepEqual(hrefs(bodyIn(texts).html), [
    "#part-parcel",
    "#part-parcel",
    "#",
    "/blog/essays/a/?a=1&amp;b=2",
    "/blog/essays/b/#there",
    "/blog/tags/",
    ...rest,
    "/blog/essays/a/map.png",
  ]);
});

test("in feeds, every link is absolute, with the prefix once", () => {
  assert.deepEqual(hrefs(bodyIn(texts).absoluteHtml), [
    "https://example.org/blog/essays/a/#part-parcel",
    "https://example.org/blog/essays/a/#",
    "https://example.org/blog/essays/a/?a=1&amp;b=2",
    "https://example.org/blog/essays/b/#there",
    "https://example.org/blog/tags/",
    ...rest,
    "https://example.org/blog/essays/a/map.png",
  ]);
});

test("page and feed differ in links, in those of headings to themselves, and in when pictures are loaded", () => {
  const body = bodyIn(texts);
  const bare = (html: string): string =>
    html
      .replace(/<a class="permalink".*?>(.*?)<\/a>/g, "$1")
      .replace(/(href|src)="[^"]*"/g, "")
      .replace(/ (fetchpriority|decoding)="[^"]*"/g, "");
  assert.equal(bare(body.html), bare(body.absoluteHtml));
});

test("no marker is left behind, on pages, in feeds, in texts of any kind", () => {
  const all: Texts = {
    ...texts,
    "essays/2024-01-03-c.txt": "#x\n\nSee https://example.com/ and /tags/ and #part.\n",
    "essays/2024-01-04-d.md":
      "A note.[^1] [x][ref]\n\n[^1]: See [a](2024-01-01-a.md).\n\n[ref]: /tags/ 'T'\n",
    "pages/about.md": "# About\n\n![m](../essays/map.png) [x](#about)\n",
    "tags/x.md": "About [x](/tags/x/#).\n",
  };
  for (const file of Object.keys(all)) {
    const { html, absoluteHtml } = bodyIn(all, file);
    // oxlint-disable-next-line no-control-regex -- markers are control characters
    assert.doesNotMatch(html + absoluteHtml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/, file);
  }
});

test("a picture has its size, and is loaded when it is needed", () => {
  const below = { ...texts, [A]: `${"Words and words. ".repeat(40)}\n\n![a map](map.png)\n` };
  const [img] = /<img[^>]*>/.exec(bodyIn(below).html)!;
  assert.match(img, /width="40"/);
  assert.match(img, /height="20"/);
  assert.match(img, /loading="lazy"/);
  assert.doesNotMatch(img, /fetchpriority/);
});

test("the first picture is loaded at once where it is seen at once, and no other is", () => {
  const two = { ...texts, [A]: "# A\n\nA word.\n\n![a map](map.png)\n\n![again](map.png)\n" };
  const [first, second] = bodyIn(two).html.match(/<img[^>]*>/g)!;
  assert.match(first, /fetchpriority="high"/);
  assert.doesNotMatch(first, /loading=/);
  assert.match(second!, /loading="lazy"/);
  assert.doesNotMatch(second!, /fetchpriority/);
});

const VARIANTS = [
  { format: "avif", width: 480 },
  { format: "avif", width: 900 },
  { format: "webp", width: 900 },
] as const;

/** A body that shows a picture with variants. */
function showing(file: string): Body {
  const text = `![a map](<${file}> "Drawn from memory")\n`;
  const site = siteIn({ [A]: text }, { settings: BELOW });
  const picture = { file: `essays/${file}`, hash: "hash", width: 900, height: 600, isStill: true };
  const resolve = resolverOf(site, { pictures: new Map([[picture.file, picture]]) });
  return bodiesIn(site, resolve, () => VARIANTS)(textAt(site, A));
}

test("a picture is offered in its variants, best format first, below the path prefix", () => {
  const at = "/blog/essays/a/map.jpg";
  const sizes = 'sizes="(min-width: 45rem) 42.5rem, calc(100vw - 2.5rem)"';
  assert.equal(
    showing("map.jpg").html,
    `<figure><picture><source type="image/avif" srcset="${at}.480.avif 480w, ${at}.900.avif 900w" ${sizes}>` +
      `<source type="image/webp" srcset="${at}.900.webp 900w" ${sizes}>` +
      `<img src="${at}" width="900" height="600" alt="a map" fetchpriority="high" decoding="async"></picture>` +
      "<figcaption>Drawn from memory</figcaption></figure>\n",
  );
});

test("in feeds a picture is one picture with one address, and its caption stays", () => {
  assert.equal(
    showing("map.jpg").absoluteHtml,
    '<figure><img src="https://example.org/blog/essays/a/map.jpg" width="900" height="600" alt="a map">' +
      "<figcaption>Drawn from memory</figcaption></figure>\n",
  );
});

test("names with spaces, commas and marks of markup break no list of variants", () => {
  const { html } = showing('a, b & "c" 2x.jpg');
  const [, set] = /srcset="([^"]*)"/.exec(html)!;
  assert.deepEqual(
    set!.split(", ").map((one) => one.split(" ").length),
    [2, 2],
  );
  assert.ok(set!.startsWith("/blog/essays/a/a%2C%20b%20%26%20%22c%22%202x.jpg.480.avif 480w"), set);
});

test("a picture of another site is a link, since pages load nothing from elsewhere", () => {
  const { html, absoluteHtml } = bodyIn({ [A]: "![a map](https://example.com/map.png)\n" });
  for (const markup of [html, absoluteHtml]) {
    assert.ok(!markup.includes("<img"));
    assert.match(markup, /<a href="https:\/\/example\.com\/map\.png"[^>]*>a map<\/a>/);
  }
});

test("addresses with marks of markup and of replacement are text", () => {
  const settings = { url: "https://example.org/a&b/$&/$1/" };
  const site = siteIn({ [A]: "[x](/tags/)\n" }, { settings });
  const { html, absoluteHtml } = bodiesIn(site)(textAt(site, A));
  assert.deepEqual(hrefs(html), ["/a&amp;b/$&amp;/$1/tags/"]);
  assert.deepEqual(hrefs(absoluteHtml), ["https://example.org/a&amp;b/$&amp;/$1/tags/"]);
});

test("ids of footnotes grow from the slug, so that essays may share a feed", () => {
  const note = "Words.[^1]\n\n[^1]: A note.\n";
  const both: Texts = { [A]: note, "essays/2024-01-02-b.md": note };
  const ids = (file: string): readonly string[] =>
    Array.from(bodyIn(both, file).html.matchAll(/ id="([^"]*)"/g), ([, id]) => id!);
  const [of, and] = [ids(A), ids("essays/2024-01-02-b.md")];
  assert.equal(of.length, 2);
  assert.equal(new Set([...of, ...and]).size, 4);
});

/** What a page's fingerprint takes of a body, when some of the site is different. */
const fingerprint = (changes: Texts = {}, size?: { width: number; height: number }): string =>
  bodyIn({ ...texts, ...changes }, A, size).toJSON();

test("is known by what it is made of: the same where nothing of it changed", () => {
  const before = fingerprint();
  assert.equal(fingerprint(), before);
  assert.equal(fingerprint({ "essays/2024-01-02-b.md": `${other}More.\n` }), before);
  assert.equal(fingerprint({ "essays/2024-01-09-new.md": "Words.\n" }), before);
});

test("is another one where its text, or what it links to, changed", () => {
  const before = fingerprint();
  const changed = [
    fingerprint({ [A]: `${linking}More.\n` }),
    fingerprint({ [A]: `---\nslug: other\n---\n${linking}` }),
    fingerprint({ [A]: `---\nlang: de\n---\n${linking}` }),
    fingerprint({ "essays/2024-01-02-b.md": `---\nslug: moved\n---\n${other}` }),
    fingerprint({}, { width: 41, height: 20 }),
  ];
  assert.equal(new Set([before, ...changed]).size, changed.length + 1);
});

test("is another one where its picture has other variants", () => {
  const site = siteIn(texts, { settings: BELOW });
  const size = { width: 40, height: 20 };
  const pictures = new Map([["essays/map.png", { file: "essays/map.png", hash: "hash", ...size }]]);
  const resolve = resolverOf(site, { pictures });
  const known = (variants: readonly (typeof VARIANTS)[number][]): string =>
    bodiesIn(site, resolve, () => variants)(textAt(site, A)).toJSON();
  assert.notEqual(known(VARIANTS), known(VARIANTS.slice(1)));
  assert.equal(known(VARIANTS), known(VARIANTS));
});

test("one text has one body, which is asked for once", () => {
  const site = siteIn(texts);
  const bodyOf = bodiesIn(site);
  assert.equal(bodyOf(textAt(site, A)), bodyOf(textAt(site, A)));
});

test("what the bodies of pages and of the search index share is worked out once", () => {
  const site = siteIn(texts);
  const resolve = resolverOf(site);
  let resolved = 0;
  const bodiesOf = bodiesWith(site, (essay, link) => {
    resolved++;
    return resolve(essay, link);
  });
  const [first, second] = [() => [], () => []].map((none) => bodiesOf(none)(textAt(site, A)));
  assert.equal(first!.toJSON(), second!.toJSON());
  assert.equal(resolved, textAt(site, A).manuscript.links.length);
});
