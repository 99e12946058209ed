import assert from "node:assert/strict";
import { test } from "node:test";
import type { Site } from "../../src/site/site.ts";
import { random } from "../support/random.ts";
import { siteIn, tagged, type Texts } from "../support/written-site.ts";

const tagsOf = ({ tags }: Site): readonly string[] =>
  tags.map(({ kind, label }) => `${kind} ${label}`);
const labelsOf = ({ tags }: Site): readonly string[] => tags.map(({ label }) => label);
const urlsOf = ({ tags }: Site): readonly string[] => tags.map(({ url }) => url);

/** A pasted header gives tags of all kinds. */
const pasted = (header: string, day = "2024-01-01"): Texts => ({
  [`essays/${day}-pasted.txt`]: `${header}\n\nWords.\n`,
});

test("each kind of tag has its own folder", () => {
  assert.deepEqual(urlsOf(siteIn(pasted("#topic $TICKER @Mention"))), [
    "/tags/topic/",
    "/tickers/ticker/",
    "/mentions/mention/",
  ]);
});

test("a topic and a ticker of one name are two tags", () => {
  const site = siteIn(pasted("#opg $OPG @opg"));
  assert.deepEqual(tagsOf(site), ["topic opg", "ticker OPG", "mention opg"]);
  assert.equal(new Set(urlsOf(site)).size, 3);
});

test("spellings that differ in case are one tag, in the most used spelling", () => {
  const site = siteIn(tagged(["Essay"], ["essay"], ["ESSAY"], ["essay"]));
  assert.deepEqual(labelsOf(site), ["essay"]);
  assert.equal(site.tags[0]!.essays.length, 4);
});

test("the earliest spelling is shown on a tie", () => {
  assert.deepEqual(labelsOf(siteIn(tagged(["JavaScript"], ["javascript"]))), ["JavaScript"]);
  assert.deepEqual(labelsOf(siteIn(tagged(["javascript"], ["JavaScript"]))), ["javascript"]);
  const two = tagged(["b"], ["B"], ["B"], ["b"]);
  assert.deepEqual(labelsOf(siteIn(two)), ["b"]);
});

test("an undated essay is the latest: its spelling gives way on a tie", () => {
  const texts = { ...tagged(["work"]), "essays/undated.md": "---\ntags: [Work]\n---\nWords.\n" };
  assert.deepEqual(labelsOf(siteIn(texts)), ["work"]);
});

test("an essay that spells a tag twice has it once", () => {
  const site = siteIn(tagged(["Work", "work", "WORK"]));
  assert.equal(site.tags.length, 1);
  assert.equal(site.tags[0]!.essays.length, 1);
});

test("composed and decomposed accents, wide spaces and capital ß are spellings of one tag", () => {
  for (const [one, other] of [
    ["caf\u00e9", "cafe\u0301"],
    ["machine learning", "machine\u00a0 learning"],
    ["Straße", "STRASSE"],
  ] as const) {
    assert.equal(siteIn(tagged([one], [other])).tags.length, 1, `${one} and ${other}`);
  }
});

test("tags that differ in any character never share a page", () => {
  const labels = [
    "C",
    "C++",
    "C#",
    "c-plus-plus",
    "日本語",
    "😀",
    "😁",
    "all",
    "__proto__",
    "constructor",
    "../x",
    "x",
    "/x",
    ".",
    "..",
    "...",
    " ~ ",
    "%2e%2e",
    "a b",
    "a-b",
    "a_b",
    "ab",
    "page",
    "feed.xml",
    "index.html",
    "con",
    "nul",
    "é",
    "e",
    "ё",
    "е",
    "plus",
    "u1f600",
    "-",
    "--",
    "\"'<>&",
    "\\",
    "a/b",
  ];
  const site = siteIn(tagged(labels));
  assert.equal(site.tags.length, labels.length);
  assert.equal(new Set(urlsOf(site)).size, labels.length);
  for (const url of urlsOf(site)) assert.match(url, /^\/tags\/[^/\\%?#\s"'<>&]+\/$/u);
  for (const url of urlsOf(site)) assert.doesNotMatch(url, /^\/tags\/\.+\/$/);
});

test("comes in the order of kind and key, whatever the order of the essays", () => {
  const site = siteIn({ ...pasted("#b #a $z @y @a #c $A"), ...tagged(["B", "ä", "Z"]) });
  const expected = [
    "topic a",
    "topic b",
    "topic c",
    "topic Z",
    "topic ä",
    "ticker A",
    "ticker z",
    "mention a",
    "mention y",
  ];
  assert.deepEqual(
    tagsOf(site).map((name) => name.toLowerCase()),
    expected.map((name) => name.toLowerCase()),
  );
});

test("lists a tag's essays newest first, undated ones last", () => {
  const texts = {
    ...tagged(["x"], ["x"], ["y"], ["x"]),
    "essays/undated.md": "---\ntags: [x]\n---\nWords.\n",
  };
  const [x] = siteIn(texts).tags;
  assert.deepEqual(
    x!.essays.map(({ slug }) => slug),
    ["essay-4", "essay-2", "essay-1", "undated"],
  );
});

test("names topics as the settings have it", () => {
  const settings = { tags: { aliases: { js: "JavaScript", "#ts": "#TypeScript" } } };
  const site = siteIn({ ...tagged(["JS", "ts"], ["javascript"]), ...pasted("$JS") }, { settings });
  assert.deepEqual(tagsOf(site), ["topic JavaScript", "topic TypeScript", "ticker JS"]);
});

test("drafts and essays of the future give no tags, but in a preview", () => {
  const texts = {
    "essays/2024-01-01-a.md": "---\ntags: [idea]\ndraft: true\n---\nWords.\n",
    "essays/2999-01-01-b.md": "---\ntags: [future]\n---\nWords.\n",
  };
  assert.deepEqual(labelsOf(siteIn(texts)), []);
  assert.deepEqual(labelsOf(siteIn(texts, { showsAll: true })), ["future", "idea"]);
});

test("the texts' order makes no difference", () => {
  const labels = ["Work", "work", "C++", "日本語", "Notes", "notes", "NOTES", "rare"];
  const next = random(3);
  const lists = Array.from({ length: 60 }, () => labels.filter(() => next() < 0.3));
  const entries = Object.entries(tagged(...lists));
  const expected = siteIn(Object.fromEntries(entries)).tags;
  for (let round = 0; round < 10; round++) {
    const shuffled = entries.map((entry) => [next(), entry] as const).toSorted(([a], [b]) => a - b);
    const { tags } = siteIn(Object.fromEntries(shuffled.map(([, entry]) => entry)));
    const plain = (tag: Site["tags"][number]) => [
      tag.kind,
      tag.label,
      tag.url,
      tag.essays.map(({ slug }) => slug),
    ];
    assert.deepEqual(tags.map(plain), expected.map(plain));
  }
});
