import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { editNewest, NO_EXTRAS, writeCorpus } from "../../bench/corpus/corpus.ts";
import { TAGS, invent } from "../../bench/corpus/essays.ts";
import { random } from "../support/random.ts";

const folder = mkdtempSync(join(tmpdir(), "galley-corpus-"));
after(() => rmSync(folder, { recursive: true }));

const signal = new AbortController().signal;
const essays = [...invent(300, random(1))];
const bodies = essays.map(({ text }) => text.split("---\n").at(2) ?? "");

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

test("one seed gives the same essays again, another gives others", () => {
  assert.deepEqual([...invent(300, random(1))], essays);
  assert.notDeepEqual([...invent(300, random(2))], essays);
});

test("essays have about 600 words", () => {
  const counts = bodies.map(
    (body) => body.split(/\s+/).filter((word) => /[a-z]/i.test(word)).length,
  );
  const mean = counts.reduce((sum, count) => sum + count) / counts.length;
  assert.ok(mean > 580 && mean < 630, `on average ${mean}`);
  assert.ok(Math.min(...counts) >= 500 && Math.max(...counts) <= 720);
});

test("no 25 words in a row stand twice", () => {
  const seen = new Set<string>();
  for (const body of bodies) {
    const words = wordsOf(body.replace(/\]\([^)]*\)/g, "]"));
    for (let start = 0; start + 25 <= words.length; start++) {
      const passage = words.slice(start, start + 25).join(" ");
      assert.ok(!seen.has(passage), passage);
      seen.add(passage);
    }
  }
});

test("the hundred most frequent words make about half of the prose", () => {
  const counts = new Map<string, number>();
  for (const word of bodies.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].toSorted((a, b) => b - a);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const share = sum(sorted.slice(0, 100)) / sum(sorted);
  assert.ok(share > 0.35 && share < 0.65, `${share}`);
});

test("every essay has a title, a past day and three of a hundred tags", () => {
  assert.equal(new Set(TAGS).size, 100);
  for (const { text } of essays) {
    const [, tags = ""] =
      /^---\ntitle: "[A-Z][a-z ]+"\ndate: 20(?:0[6-9]|1\d|2[0-5])-\d\d-\d\d\ntags: \[([a-z, -]+)\]\n---\n/.exec(
        text,
      ) ?? assert.fail(text);
    const distinct = new Set(tags.split(", "));
    assert.equal(distinct.size, 3);
    assert.ok([...distinct].every((tag) => TAGS.includes(tag)));
  }
});

test("links to other essays lead to essays that are there", () => {
  const targets = bodies.flatMap((body) => [...body.matchAll(/\]\(\/essays\/(.*?)\/\)/g)]);
  const slugs = new Set(essays.map(({ slug }) => slug));
  assert.ok(targets.length > 100);
  for (const [, slug = ""] of targets) assert.ok(slugs.has(slug), slug);
});

test("an edit adds words to the newest essay and touches no other", async () => {
  const corpus = await writeCorpus(join(folder, "content"), 12, signal);
  const read = () =>
    readdirSync(join(corpus.folder, "essays")).map((name) => ({
      name,
      text: readFileSync(join(corpus.folder, "essays", name), "utf8"),
    }));
  const before = read();
  const sentence = await editNewest(corpus);
  const changed = read().filter(({ text }, i) => text !== before[i]?.text);
  assert.equal(before.length, 12);
  assert.deepEqual(changed, [
    { name: `${corpus.newest.slug}.md`, text: `${corpus.newest.text}\n${sentence}\n` },
  ]);
});

test("every tenth essay shows a picture of its own where that is asked for, the newest one too", async () => {
  const { folder: home, newest } = await writeCorpus(join(folder, "pictures"), 11, signal, {
    ...NO_EXTRAS,
    images: true,
  });
  const names = readdirSync(join(home, "essays"));
  const pictures = names.filter((name) => name.endsWith(".jpg"));
  assert.equal(names.length, 13);
  assert.equal(pictures.length, 2);
  assert.ok(newest.text.includes(`](${newest.slug}.jpg "`));
  for (const name of pictures) {
    const text = readFileSync(join(home, "essays", name.replace(/jpg$/, "md")), "utf8");
    assert.ok(text.includes(`](${name} "`), name);
  }
  const [one, other] = pictures.map((name) => readFileSync(join(home, "essays", name)));
  assert.ok(!one!.equals(other!));
});

test("writing a corpus stops when it is asked to", async () => {
  await assert.rejects(writeCorpus(join(folder, "stopped"), 1_000, AbortSignal.abort()));
  assert.ok(readdirSync(join(folder, "stopped", "essays")).length < 1_000);
});
