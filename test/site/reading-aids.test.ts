import assert from "node:assert/strict";
import { test } from "node:test";
import { contentsOf, minutesOf } from "../../src/site/reading-aids.ts";
import { read } from "../support/essays.ts";
import { manuscriptOf } from "../support/proof.ts";

const minutes = (words: number, lang: string): number =>
  minutesOf({ lang, manuscript: manuscriptOf("", { words }) });

test("says how long an essay takes in whole minutes, at least one", () => {
  assert.equal(minutes(0, "en"), 1);
  assert.equal(minutes(470, "en"), 2);
  assert.equal(minutes(2380, "de"), 10);
});

test("reads more words a minute where every character counts as one", () => {
  assert.equal(minutes(4000, "ja"), 10);
  assert.equal(minutes(4000, "zh-Hant"), 10);
  assert.equal(minutes(4000, "jam"), 17);
});

const sections = (text: string) => read(text).essay.manuscript.sections;

test("lists the highest headings as sections, by the ids that they have on the page", () => {
  assert.equal(sections("Words."), undefined);
  assert.deepEqual(sections("# T\n\n## It's *a*\n\n### b\n\n## It's a"), [
    { id: "its-a", title: "It's a" },
    { id: "its-a-2", title: "It's a" },
  ]);
  assert.deepEqual(sections("First.\n\n### a\n\n## b\n\n### c\n\n# d"), [
    { id: "a", title: "a" },
    { id: "b", title: "b" },
    { id: "d", title: "d" },
  ]);
});

test("gives long essays of several parts a table of contents, and no others", () => {
  const three = ["a", "b", "c"].map((id) => ({ id, title: id }));
  const contents = (words: number, parts = three) =>
    contentsOf({ manuscript: manuscriptOf("", { words, sections: parts }) });
  assert.deepEqual(contents(1000), three);
  assert.deepEqual(contents(999), []);
  assert.deepEqual(contents(5000, three.slice(1)), []);
  assert.deepEqual(contentsOf({ manuscript: manuscriptOf("", { words: 5000 }) }), []);
});
