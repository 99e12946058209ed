import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../support/random.ts";
import { english } from "../../bench/corpus/english.ts";
import { COPIES } from "../../bench/planted/copies.ts";
import { essaysFor, plantedEssays } from "../../bench/planted/corpus.ts";
import type { Planted } from "../../bench/planted/corpus.ts";
import { draftOf } from "../../bench/planted/essays.ts";
import { SIGNATURES, TRAPS } from "../../bench/planted/traps.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";
import { proseSkips } from "../../src/essays/skips.ts";
import { foldWord } from "../../src/text/letters.ts";
import type { Span } from "../../src/text/span.ts";
import { wordsOf } from "../../src/text/words.ts";

const COPIES_EACH = 3;
const COUNT = essaysFor(COPIES_EACH) + 10;
const essays = plantedEssays(COUNT, COPIES_EACH);
const plants = essays.flatMap(({ plants }) => plants);
const texts = new Map(essays.map(({ slug, text }) => [`essays/${slug}.md`, text]));

const skips = new Map(
  [...texts].map(([file, text]) => {
    const options = { html: false, language: "en" };
    const { manuscript, findings } = readManuscript(text, "md", "essay", options);
    assert.deepEqual(findings, []);
    return [file, proseSkips(text, manuscript)];
  }),
);

const textAt = ({ file, span }: Planted): string => texts.get(file)!.slice(span.start, span.end);

/** The folded words of a plant that the detector gets to see. */
function wordsAt({ file, span }: Planted): string[] {
  const text = texts.get(file)!;
  const { count, starts, ends } = wordsOf(text, span, skips.get(file));
  return Array.from({ length: count }, (_, i) => foldWord(text.slice(starts[i], ends[i])));
}

const sentencesAt = (plant: Planted): string[] => textAt(plant).split(/(?<=[.?])\s+/);

interface Pair {
  readonly original: Planted;
  readonly copy: Planted;
}

function pairsOf(kind: string): Pair[] {
  return Array.from({ length: COPIES_EACH }, (_, number) => {
    const [original, ...more] = plantsOf(kind, "original", number);
    const [copy, ...others] = plantsOf(kind, "copy", number);
    assert.deepEqual([...more, ...others], []);
    return { original: original!, copy: copy! };
  });
}

const plantsOf = (kind: string, role: Planted["role"], number: number): Planted[] =>
  plants.filter((plant) => plant.kind === kind && plant.role === role && plant.number === number);

test("one size gives the same essays again", () => {
  assert.deepEqual(plantedEssays(COUNT, COPIES_EACH), essays);
});

test("each copy stands behind its original, and nothing else is planted in its essay", () => {
  const files = [...texts.keys()];
  for (const { name, essays: needed } of COPIES) {
    for (const { original, copy } of pairsOf(name)) {
      if (needed === 1) {
        assert.equal(copy.file, original.file);
        assert.ok(copy.span.start >= original.span.end);
      } else assert.ok(files.indexOf(copy.file) > files.indexOf(original.file));
      const others = plants.filter(({ file, role }) => file === copy.file && role !== "trap");
      assert.equal(others.length, 3 - needed);
    }
  }
});

for (const kind of [
  "exact, in one file",
  "exact, in two files",
  "one sentence of 25 words",
  "whole essay twice",
]) {
  test(`${kind}: the copy is the original`, () => {
    for (const { original, copy } of pairsOf(kind)) {
      assert.equal(textAt(copy), textAt(original));
      assert.ok(wordsAt(copy).length >= 25);
    }
  });
}

test("a sentence of 25 words has 25", () => {
  for (const { copy } of pairsOf("one sentence of 25 words")) {
    assert.equal(wordsAt(copy).length, 25);
    assert.match(textAt(copy), /^[A-Z][^.?]+\.$/);
  }
});

test("whole essay twice: nothing stands between the two, and all of it is there", () => {
  for (const { original, copy } of pairsOf("whole essay twice")) {
    assert.equal(texts.get(copy.file)!.slice(original.span.end, copy.span.start), "\n\n");
    assert.ok(wordsAt(copy).length > 350);
  }
});

test("re-wrapped: the same words, with other line breaks", () => {
  for (const { original, copy } of pairsOf("re-wrapped")) {
    assert.deepEqual(wordsAt(copy), wordsAt(original));
    assert.notEqual(textAt(copy), textAt(original));
    assert.ok(textAt(copy).split("\n").length > 4);
    assert.doesNotMatch(textAt(copy), /^\s*[-+*>#] /m);
  }
});

test("other quotes, case, emphasis, links: the same words in another dress", () => {
  const kind = "other quotes, case, emphasis, links";
  for (const { original, copy } of pairsOf(kind)) {
    assert.deepEqual(wordsAt(copy), wordsAt(original));
    assert.doesNotMatch(textAt(copy), /["']| - /);
  }
  const all = pairsOf(kind)
    .map(({ copy }) => textAt(copy))
    .join("\n");
  assert.match(all, /\*\w+\*/);
  assert.match(all, /\[\w+\]\(https:\/\/example\.org\/\d+\)/);
});

for (const share of [5, 10, 20]) {
  test(`${share} % of the words changed: so many are, and all others stand in their order`, () => {
    for (const { original, copy } of pairsOf(`${share} % of the words changed`)) {
      const [before, after] = [wordsAt(original), wordsAt(copy)];
      const kept = commonLength(before, after);
      const longer = Math.max(before.length, after.length);
      const changed = 1 - kept / longer;
      assert.ok(Math.abs(changed - share / 100) < 0.02, `${changed}`);
    }
  });
}

test("sentences inserted: all old ones in their order, a new one behind every other", () => {
  for (const { original, copy } of pairsOf("sentences inserted")) {
    const old = sentencesAt(original);
    const all = sentencesAt(copy);
    assert.equal(all.length, old.length + Math.floor(old.length / 2));
    assert.equal(commonLength(old, all), old.length);
  }
});

test("sentences re-ordered: the same ones, at least half of them elsewhere", () => {
  for (const { original, copy } of pairsOf("sentences re-ordered")) {
    const old = sentencesAt(original);
    const all = sentencesAt(copy);
    assert.deepEqual(all.toSorted(), old.toSorted());
    assert.ok(all.filter((sentence, i) => sentence !== old[i]).length >= old.length / 2);
  }
});

test("quotations and code stand twice, and the detector is not to read them", () => {
  for (const { name } of TRAPS) {
    for (let number = 0; number < COPIES_EACH; number++) {
      const [first, second, ...more] = plantsOf(name, "trap", number);
      assert.deepEqual(more, []);
      if (name === "code") assert.equal(textAt(first!), textAt(second!));
      const marked = [first!, second!].filter((plant) => /^(?:> |```)/.test(textAt(plant)));
      assert.equal(marked.length, name === "code" ? 2 : 1);
      for (const plant of marked) assert.deepEqual(wordsAt(plant), []);
    }
  }
});

test("signatures stand in their share of the essays, and in ten at least", () => {
  const [all, few] = SIGNATURES.map(({ name }) => plants.filter(({ kind }) => kind === name));
  assert.equal(all!.length, COUNT);
  assert.ok(few!.length >= 10 && few!.length < COUNT / 4, `${few!.length}`);
  for (const plant of all!) assert.equal(textAt(plant), SIGNATURES[0]!.text);
});

test("essays have about 650 words", () => {
  const counts = [...texts].map(([file, text]) => wordsOf(text, undefined, skips.get(file)).count);
  const mean = counts.reduce((sum, count) => sum + count) / counts.length;
  assert.ok(mean > 600 && mean < 750, `${mean}`);
});

test("idioms come again in other essays, passages do not", () => {
  const language = english(random(1));
  const drafts = Array.from({ length: 300 }, (_, n) => draftOf(language, random(n)));
  const prose = drafts.map(({ blocks }) => blocks.map(({ text }) => text).join("\n"));
  const share = sharedGrams(prose, 5);
  assert.ok(share > 0.01 && share < 0.08, `${share}`);
  assert.equal(sharedGrams(prose, 16), 0);
});

/** The share of all runs of so many words that stand in another text too. */
function sharedGrams(texts: readonly string[], gram: number): number {
  const holders = new Map<string, number>();
  let total = 0;
  let shared = 0;
  const grams = texts.map((text) => {
    const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
    return words.slice(gram - 1).map((_, i) => words.slice(i, i + gram).join(" "));
  });
  grams.forEach((some, holder) => {
    for (const one of some) {
      const known = holders.get(one);
      holders.set(one, known === undefined || known === holder ? holder : -1);
    }
  });
  for (const some of grams) {
    total += some.length;
    shared += some.filter((one) => holders.get(one) === -1).length;
  }
  return shared / total;
}

/** The length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(one === other ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!));
    });
    row = next;
  }
  return row.at(-1)!;
}

// The spans of a file never overlap but for those of nested kinds: a copy may hold no trap.
test("what is planted in a file stands apart", () => {
  for (const file of texts.keys()) {
    const spans: Span[] = plants
      .filter((plant) => plant.file === file)
      .map(({ span }) => span)
      .toSorted((a, b) => a.start - b.start);
    spans.slice(1).forEach((span, i) => assert.ok(span.start >= spans[i]!.end, file));
  }
});
