import assert from "node:assert/strict";
import { test } from "node:test";
import { relatedEssays } from "../../src/site/related.ts";
import type { Site } from "../../src/site/site.ts";
import { random } from "../support/random.ts";
import { siteIn, tagged, type Texts } from "../support/written-site.ts";

/** The slugs of what is related to an essay, by the number that `tagged` gives it. */
function relatedTo(site: Site, number: number): readonly string[] {
  const essay = site.essays.find(({ slug }) => slug === `essay-${number}`)!;
  return relatedEssays(site)(essay).map(({ slug }) => slug);
}

const numbers = (...found: readonly number[]): readonly string[] =>
  found.map((number) => `essay-${number}`);

test("essays that share no tag are not related", () => {
  const site = siteIn(tagged(["a"], ["b"], []));
  for (const number of [1, 2, 3]) assert.deepEqual(relatedTo(site, number), []);
});

test("a tag that few share says more than one that many share", () => {
  const many = Array.from({ length: 10 }, () => ["essays"]);
  const site = siteIn(tagged(["essays", "harbour"], ...many, ["harbour"]));
  assert.equal(relatedTo(site, 1)[0], "essay-12");
});

test("two shared tags say more than one of them", () => {
  const site = siteIn(tagged(["a", "b"], ["a"], ["b"], ["a", "b"]));
  assert.deepEqual(relatedTo(site, 1), numbers(4, 2, 3));
});

test("what shares as much is taken by its nearness in time, the newer first", () => {
  const site = siteIn(tagged(["a"], ["a"], ["a"], ["a"], ["a"], ["a"], ["a"]));
  assert.deepEqual(relatedTo(site, 4), numbers(5, 3, 6));
  assert.deepEqual(relatedTo(site, 1), numbers(2, 3, 4));
  assert.deepEqual(relatedTo(site, 7), numbers(6, 5, 4));
});

test("there are three at most, and never the essay itself", () => {
  const site = siteIn(tagged(...Array.from({ length: 20 }, () => ["a", "b", "c"])));
  const relatedTo = relatedEssays(site);
  for (const essay of site.essays) {
    const related = relatedTo(essay);
    assert.equal(related.length, 3);
    assert.ok(!related.includes(essay));
    assert.equal(new Set(related).size, 3);
  }
});

test("kinds of tags are apart: a topic and a ticker of one name are nothing in common", () => {
  const texts: Texts = {
    "essays/2024-01-01-essay-1.txt": "#opg\n\nWords.\n",
    "essays/2024-01-02-essay-2.txt": "$opg\n\nWords.\n",
    "essays/2024-01-03-essay-3.txt": "#OPG\n\nWords.\n",
  };
  assert.deepEqual(relatedTo(siteIn(texts), 1), numbers(3));
});

test("drafts are related to nothing that readers see", () => {
  const texts = {
    ...tagged(["a"], ["a"]),
    "essays/essay-9.md": "---\ntags: [a]\ndraft: true\n---\nWords.\n",
  };
  assert.deepEqual(relatedTo(siteIn(texts), 1), numbers(2));
});

test("undated essays are related like others", () => {
  const texts = { ...tagged(["a"]), "essays/essay-9.md": "---\ntags: [a]\n---\nWords.\n" };
  assert.deepEqual(relatedTo(siteIn(texts), 1), numbers(9));
  assert.deepEqual(relatedTo(siteIn(texts), 9), numbers(1));
});

/** The definition, without any thought of speed; right where no tag has more than 16 essays. */
function bySearching({ essays, tags }: Site): ReadonlyMap<string, readonly string[]> {
  return new Map(
    essays.map((essay, place) => {
      const scores = essays.map((other) =>
        other === essay
          ? 0
          : tags
              .filter((tag) => tag.essays.includes(essay) && tag.essays.includes(other))
              .reduce((sum, tag) => sum + Math.floor(1_000_000 / tag.essays.length), 0),
      );
      const ranked = essays
        .map((_, other) => other)
        .filter((other) => scores[other]! > 0)
        .toSorted(
          (a, b) => scores[b]! - scores[a]! || Math.abs(a - place) - Math.abs(b - place) || a - b,
        );
      return [essay.slug, ranked.slice(0, 3).map((other) => essays[other]!.slug)];
    }),
  );
}

function slugs(site: Site): ReadonlyMap<string, readonly string[]> {
  const relatedTo = relatedEssays(site);
  return new Map(
    site.essays.map((essay) => [essay.slug, relatedTo(essay).map(({ slug }) => slug)]),
  );
}

function randomTexts(next: () => number, essays: number, labels: number): Texts {
  const all = Array.from({ length: labels }, (_, i) => `tag${i}`);
  return tagged(...Array.from({ length: essays }, () => all.filter(() => next() < 2 / labels)));
}

test("is what a plain search finds", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const site = siteIn(randomTexts(random(seed), 40, 12));
    assert.ok(
      site.tags.every(({ essays }) => essays.length <= 17),
      "a search would see further",
    );
    assert.deepEqual(slugs(site), bySearching(site), `seed ${seed}`);
  }
});

test("is the same whatever the order of the texts", () => {
  const next = random(9);
  const entries = Object.entries(randomTexts(next, 120, 8));
  const expected = slugs(siteIn(Object.fromEntries(entries)));
  for (let round = 0; round < 5; round++) {
    const shuffled = entries.map((entry) => [next(), entry] as const).toSorted(([a], [b]) => a - b);
    const site = siteIn(Object.fromEntries(shuffled.map(([, entry]) => entry)));
    assert.deepEqual(slugs(site), expected);
  }
});
