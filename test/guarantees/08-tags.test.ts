import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { encodePath } from "../../src/site/address.ts";
import { outputOf } from "../../src/site/urls.ts";
import { buildSite } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { acceptedCases, casesOf, isAccepted, pagesAloneOf } from "../support/hostile.ts";
import { publishedIn, type Published } from "../support/published.ts";
import { random } from "../support/random.ts";
import { unescaped } from "../support/reading.ts";

const asOf = "2026-06-30";

/** A tag as an essay's page shows it. */
interface ShownTag {
  /** With its sign. */
  readonly name: string;
  /** The site path of its page. */
  readonly url: string;
}

for (const hostile of acceptedCases()) {
  test(`every tag of "${hostile.name}" has a page of its own, and a feed`, async (t) => {
    const content = pagesAloneOf(hostile, join(temporaryFolder(t), "content"));
    const output = outputFolder(t);
    await buildSite(content, { output, asOf, prefix: "/" });
    const texts = publishedIn(content, output);
    for (const text of texts) eachTagIsPublished(text, output);
    tellsApart(texts.flatMap(({ page }) => tagsOn(page)));
  });
}

for (const hostile of casesOf(8).filter(isAccepted)) {
  if (hostile.expected.length === 0) continue;
  test(`the tags of "${hostile.name}" are where they are expected`, async (t) => {
    const content = pagesAloneOf(hostile, join(temporaryFolder(t), "content"));
    const output = outputFolder(t);
    await buildSite(content, { output, asOf });
    const tags = publishedIn(content, output).flatMap(({ page }) => tagsOn(page));
    const lines = new Set(tags.map(({ name, url }) => `${name} is at ${url}`));
    assert.deepEqual([...lines].toSorted(), hostile.expected);
  });
}

test("random tags, each spelled in three ways, have a page each", async (t) => {
  const next = random(8);
  const labels = Array.from({ length: 600 }, () => randomLabel(next));
  const content = temporaryFolder(t);
  const output = outputFolder(t);
  for (let i = 0; i < labels.length; i += 15) {
    const own = labels.slice(i, i + 15);
    const spelled = own.flatMap((label) => [label, label.toUpperCase(), label.normalize("NFD")]);
    writeFiles(content, { [`essays/2026-01-08-${i}.md`]: essayWith(spelled, i) });
  }
  await buildSite(content, { output, asOf, prefix: "/" });
  const texts = publishedIn(content, output);
  for (const text of texts) eachTagIsPublished(text, output);
  tellsApart(texts.flatMap(({ page }) => tagsOn(page)));
});

const essayWith = (labels: readonly string[], i: number): string =>
  `---\ntags:\n${labels.map((label) => `  - ${JSON.stringify(label)}\n`).join("")}---\n\nEssay ${i}.\n`;

const LETTERS = [..."abzAßſKıİéñΣςσǆﬁ日語한ع١ก😀🇩🇪❤0129"];
const SIGNS = [
  ..." -_.+#/\\&'’~%*?<>|:\"$@!()[]{}\u00a0\u200d\u00ad",
  "..",
  "--",
  "plus",
  "dot",
  "u2b",
];

function randomLabel(next: () => number): string {
  const length = 1 + Math.floor(next() * 6);
  const pieces = Array.from({ length }, () => {
    const from = next() < 0.5 ? LETTERS : SIGNS;
    return from[Math.floor(next() * from.length)]!;
  });
  return `x${pieces.join("")}`;
}

/** The tag's page lists the essay and its feed holds it; neither has a name that any system stumbles over. */
function eachTagIsPublished({ file, url, page }: Published, output: string): void {
  for (const tag of tagsOn(page)) {
    const path = outputOf(tag.url);
    const listing = join(output, path);
    assert.ok(existsSync(listing), `${file}: ${tag.name} has no page at ${path}`);
    assert.ok(existsSync(join(listing, "../feed.xml")), `${file}: ${tag.name} has no feed`);
    assert.ok(readFileSync(listing, "utf8").includes(`href="${encodePath(url)}"`), file);
    path.split("/").forEach(isSafe);
  }
}

/** A name that is a plain file name everywhere: no path, no sign of a shell, nothing hidden, no device, not too long. */
function isSafe(name: string): void {
  assert.match(name, /^[\p{L}\p{M}\p{N}_~][\p{L}\p{M}\p{N}_.~-]*$/u);
  assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/i);
  assert.equal(name, name.normalize("NFC"));
  assert.ok(Buffer.byteLength(name) <= 200, name);
}

/** Two names have one page where they differ in case or composition alone; two pages differ on any file system. */
function tellsApart(tags: readonly ShownTag[]): void {
  const urls = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name, url } of tags) {
    const known = urls.get(folded(name)) ?? url;
    assert.equal(url, known, `${name} has two pages`);
    const other = names.get(folded(url)) ?? folded(name);
    assert.equal(folded(name), other, `two tags are at ${url}`);
    urls.set(folded(name), url);
    names.set(folded(url), folded(name));
  }
}

/** Letters of one kind, white space and characters that nobody sees aside. */
const folded = (text: string): string =>
  text.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC").replace(/\s+/gu, " ").trim();

function tagsOn(page: string): readonly ShownTag[] {
  const [, list = ""] = /<ul class="tags" aria-label="Tags">([^]*?)<\/ul>/.exec(page) ?? [];
  return [...list.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href, name]) => ({
    name: unescaped(name!),
    url: decodeURIComponent(href!),
  }));
}
