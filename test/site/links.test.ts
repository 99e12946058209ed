import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvedLinks, type Resolution } from "../../src/site/links.ts";
import type { Picture } from "../../src/site/pictures.ts";
import { link, resolverOf, siteIn, textAt, type Texts } from "../support/written-site.ts";

const texts: Texts = {
  "essays/2024-01-01-harbour.md": "# The harbour\n\n## First part\n\nWords.\n",
  "essays/2024-01-02-plain.txt": "#work\n\nPasted words.\n",
  "essays/trip/2024-01-03-north.md": "# North\n\nWords.\n",
  "essays/trip/south/index.md":
    "---\ndate: 2024-01-04\nslug: to-the-south\naliases: [old-south]\n---\n# South\n\nWords.\n",
  "essays/2024-01-05-日本語.md": "# 日本語\n\n## 第一\n\nWords.\n",
  "essays/2024-01-06-with space.md": "# Space\n\nWords.\n",
  "essays/2024-01-07-idea.md": "---\ndraft: true\n---\n# Idea\n\nWords.\n",
  "essays/2999-01-01-later.md": "# Later\n\nWords.\n",
  "pages/about.md": "# About\n\n## Contact\n\nWords.\n",
  "tags/work.md": "About work.\n",
};
const site = siteIn(texts);

const picture = (file: string): Picture => ({ file, hash: "hash", width: 4, height: 2 });
const pictures = new Map(
  ["essays/map.png", "essays/trip/photo 1.jpg", "pages/me.png", "/img/logo.png"].map((file) => [
    file,
    picture(file),
  ]),
);
const resolve = resolverOf(site, {
  pictures,
  unreadable: new Set(["essays/unreadable.md"]),
  files: ["style.css", "img/logo.png", "files/paper.pdf", "app/index.html"],
});

const from = (file: string, target: string, kind: "link" | "image" = "link"): Resolution =>
  resolve(textAt(site, file), link(target, kind));

const HARBOUR = "essays/2024-01-01-harbour.md";
const NORTH = "essays/trip/2024-01-03-north.md";

/** Asserts where links lead to, from one text. */
function lead(file: string, urls: Readonly<Record<string, string>>): void {
  for (const [target, url] of Object.entries(urls)) {
    assert.deepEqual(from(file, target), { kind: "page", url }, target);
  }
}

/** Asserts that links are broken, and what the message says, the nearest target included. */
function fail(
  file: string,
  whys: Readonly<Record<string, readonly [why: string, nearest?: string]>>,
): void {
  for (const [target, [why, nearest]] of Object.entries(whys)) {
    const expected =
      nearest === undefined ? { kind: "broken", why } : { kind: "broken", why, nearest };
    assert.deepEqual(from(file, target), expected, target);
  }
}

test("texts are linked by their files, from the folder of the text that links", () => {
  lead(HARBOUR, {
    "2024-01-02-plain.txt": "/essays/plain/",
    "./2024-01-02-plain.txt": "/essays/plain/",
    "trip/2024-01-03-north.md": "/essays/north/",
    "trip/south/index.md": "/essays/to-the-south/",
    "../pages/about.md": "/about/",
  });
  lead(NORTH, {
    "../2024-01-01-harbour.md": "/essays/harbour/",
    "south/index.md": "/essays/to-the-south/",
    "../../pages/about.md": "/about/",
  });
  lead("pages/about.md", { "../essays/2024-01-01-harbour.md": "/essays/harbour/" });
});

test("the description of a tag leads to the tag", () => {
  lead(HARBOUR, { "../tags/work.md": "/tags/work/" });
  lead("tags/work.md", { "../essays/2024-01-02-plain.txt": "/essays/plain/" });
});

test("parts and questions are kept, and parts are checked", () => {
  lead(HARBOUR, {
    "#first-part": "#first-part",
    "../pages/about.md#contact": "/about/#contact",
    "../pages/about.md?a=b&c=d": "/about/?a=b&c=d",
    "../pages/about.md?a=b#contact": "/about/?a=b#contact",
    "../pages/about.md#": "/about/",
    "#": "#",
  });
  fail(HARBOUR, {
    "#frist-part": ["the page has no such part", "#first-part"],
    "#elsewhere": ["the page has no such part"],
    "../pages/about.md#contcat": ["the page has no such part", "../pages/about.md#contact"],
  });
});

test("a question without a path is asked of the text's own page", () => {
  lead(HARBOUR, {
    "?a=b": "/essays/harbour/?a=b",
    "?a=b#first-part": "/essays/harbour/?a=b#first-part",
  });
});

test("pages are linked by their paths, with or without the last slash, or as the file", () => {
  lead(HARBOUR, {
    "/": "/",
    "/essays/": "/essays/",
    "/essays": "/essays/",
    "/essays/north/": "/essays/north/",
    "/essays/north": "/essays/north/",
    "/essays/north/index.html": "/essays/north/",
    "/essays/./north/../north/": "/essays/north/",
    "/index.html": "/",
    "/about/#contact": "/about/#contact",
    "/tags/work/": "/tags/work/",
    "/feed.xml": "/feed.xml",
    "/essays/old-south/": "/essays/old-south/",
    "/404.html": "/404.html",
  });
  fail(HARBOUR, {
    "/essays/nroth/": ["the site has no such page", "/essays/north/"],
    "/about/#nothing-like-it": ["the page has no such part"],
    "/nothing-like-it/": ["the site has no such page"],
  });
});

test("files of public/ are linked by their paths", () => {
  lead(HARBOUR, {
    "/files/paper.pdf": "/files/paper.pdf",
    "/app/": "/app/",
    "/app": "/app/",
    "/style.css": "/style.css",
  });
});

test("a way from the page's own address is followed too", () => {
  lead(HARBOUR, {
    "../north/": "/essays/north/",
    "../../about/": "/about/",
    "../../feed.xml": "/feed.xml",
  });
});

test("percent-encoding and the text itself are one", () => {
  const japanese = "/essays/%E6%97%A5%E6%9C%AC%E8%AA%9E/";
  lead(HARBOUR, {
    "2024-01-05-日本語.md": japanese,
    "2024-01-05-%E6%97%A5%E6%9C%AC%E8%AA%9E.md": japanese,
    "/essays/日本語/": japanese,
    [japanese]: japanese,
    "2024-01-06-with%20space.md": "/essays/with-space/",
    "2024-01-05-日本語.md#第一": `${japanese}#${encodeURIComponent("第一")}`,
    [`2024-01-05-日本語.md#${encodeURIComponent("第一")}`]: `${japanese}#${encodeURIComponent("第一")}`,
  });
  fail(HARBOUR, {
    "%E6%97.md": ["the address is not well-formed"],
    "100%.md": ["the address is not well-formed"],
    "#%": ["the address is not well-formed"],
  });
});

test("accents may be composed or not", () => {
  const accented = siteIn({
    "essays/2024-01-01-caf\u00e9.md": "# Caf\u00e9\n\nWords.\n",
    ...texts,
  });
  const own = resolverOf(accented);
  const found = own(textAt(accented, HARBOUR), link("2024-01-01-cafe\u0301.md"));
  assert.deepEqual(found, { kind: "page", url: "/essays/caf%C3%A9/" });
});

test("a way that climbs out of content/ leads nowhere", () => {
  for (const target of [
    "../../../site.yaml",
    "../../../../../../etc/passwd",
    "../../../../../../etc/passwd.md",
    "%2e%2e/%2e%2e/%2e%2e/secret.md",
    "/../../../etc/passwd",
    "../../content/essays/2024-01-01-harbour.md",
  ]) {
    assert.equal(from(HARBOUR, target).kind, "broken", target);
    assert.equal(from(HARBOUR, target, "image").kind, "broken", target);
  }
});

test("a draft and an essay that is held back are no targets, and the message says why", () => {
  fail(HARBOUR, {
    "2024-01-07-idea.md": ["it is a draft"],
    "2999-01-01-later.md": ["it is held back until its date"],
  });
  const found = from(HARBOUR, "/essays/idea/");
  assert.ok(found.kind === "broken" && found.why === "the site has no such page");
});

test("a preview shows them, and links to them", () => {
  const preview = siteIn(texts, { showsAll: true });
  const found = resolverOf(preview)(textAt(preview, HARBOUR), link("2024-01-07-idea.md"));
  assert.deepEqual(found, { kind: "page", url: "/essays/idea/" });
});

test("a text that could not be read is no second error", () => {
  assert.deepEqual(from(HARBOUR, "unreadable.md#part"), { kind: "external" });
});

test("names the nearest file as the writer would write it", () => {
  fail(HARBOUR, {
    "2024-01-02-plain.md": ["there is no such file", "2024-01-02-plain.txt"],
    "2024-01-02-Plain.txt": ["there is no such file", "2024-01-02-plain.txt"],
    "2024-01-03-north.md": ["there is no such file", "trip/2024-01-03-north.md"],
    "../pages/abuot.md": ["there is no such file", "../pages/about.md"],
    "nothing-like-it.md": ["there is no such file"],
  });
  fail(NORTH, { "../2024-01-01-harbor.md": ["there is no such file", "../2024-01-01-harbour.md"] });
});

test("addresses of other sites are taken as they are", () => {
  for (const target of [
    "https://example.com/x?y#z",
    "http://x",
    "mailto:ada@example.org",
    "tel:+1",
    "//example.com/x",
    "HTTPS://X",
  ]) {
    assert.deepEqual(from(HARBOUR, target), { kind: "external" }, target);
  }
});

test("pictures beside a text are published with it", () => {
  const map = { kind: "image", url: "/essays/harbour/map.png", picture: picture("essays/map.png") };
  assert.deepEqual(from(HARBOUR, "map.png", "image"), map);
  assert.deepEqual(from(HARBOUR, "./map.png", "image"), map);
  assert.deepEqual(from(HARBOUR, "map.png"), map, "a link to a picture");
  assert.deepEqual(from(NORTH, "../map.png", "image"), { ...map, url: "/essays/north/map.png" });
  assert.deepEqual(from(NORTH, "photo%201.jpg", "image"), {
    kind: "image",
    url: "/essays/north/photo%201.jpg",
    picture: picture("essays/trip/photo 1.jpg"),
  });
  assert.deepEqual(from("pages/about.md", "me.png", "image"), {
    kind: "image",
    url: "/about/me.png",
    picture: picture("pages/me.png"),
  });
});

test("pictures of public/ are shown from there", () => {
  assert.deepEqual(from(HARBOUR, "/img/logo.png", "image"), {
    kind: "image",
    url: "/img/logo.png",
    picture: picture("/img/logo.png"),
  });
});

test("a picture that is missing, or is none, is broken", () => {
  const image = (target: string) => from(HARBOUR, target, "image");
  assert.deepEqual(image("mpa.png"), {
    kind: "broken",
    why: "there is no such file",
    nearest: "map.png",
  });
  assert.deepEqual(image("/img/lgoo.png"), {
    kind: "broken",
    why: "there is no such picture",
    nearest: "/img/logo.png",
  });
  assert.deepEqual(image("/files/paper.pdf"), { kind: "broken", why: "there is no such picture" });
  assert.deepEqual(image("2024-01-02-plain.txt"), {
    kind: "broken",
    why: "it is a text, not a picture",
  });
  assert.equal(image("#first-part").kind, "broken");
  assert.equal(image("").kind, "broken");
});

test("a picture of another site is told apart", () => {
  assert.deepEqual(from(HARBOUR, "https://example.com/x.png", "image"), { kind: "remote-image" });
});

test("all links of everything that is shown are resolved, and of nothing else", () => {
  const linking = siteIn({
    "essays/2024-01-01-a.md": "---\ntags: [work]\n---\n[x](missing.md) and [y](/about/)\n",
    "essays/2024-01-02-b.md": "---\ndraft: true\n---\n[x](missing.md)\n",
    "pages/about.md": "[z](../essays/2024-01-01-a.md)\n",
    "tags/work.md": "[tag](/tags/)\n",
    "tags/unused.md": "[x](missing.md)\n",
  });
  const found = resolvedLinks(linking, resolverOf(linking));
  assert.deepEqual(
    found.map(({ essay, link: { target }, resolution }) => [
      essay.source.file,
      target,
      resolution.kind,
    ]),
    [
      ["essays/2024-01-01-a.md", "missing.md", "broken"],
      ["essays/2024-01-01-a.md", "/about/", "page"],
      ["pages/about.md", "../essays/2024-01-01-a.md", "page"],
      ["tags/work.md", "/tags/", "page"],
    ],
  );
});
