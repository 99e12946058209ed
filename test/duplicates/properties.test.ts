import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates, type Prose } from "../../src/duplicates/index.ts";
import { wordsOf } from "../../src/text/words.ts";
import { random } from "../support/random.ts";
import { essayWords, foldedWords, prose, textOf, textsOf } from "./support.ts";

const ROUNDS = 40;

/** Essays that copy from one another, and themselves, by the seed. */
function library(seed: number): readonly Prose[] {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const texts: string[][] = [];
  for (let i = 0; i < 12; i++) {
    const words = [...essayWords(seed * 100 + i, 60 + below(200))];
    for (let copies = below(4); copies > 0; copies--) {
      const source = below(3) === 0 ? words : (texts[below(texts.length)] ?? words);
      const start = below(source.length);
      words.splice(below(words.length), 0, ...source.slice(start, start + 10 + below(60)));
    }
    texts.push(words);
  }
  const separators = [" ", "\n", ", ", ". ", "\n\n"];
  return texts.map((words, i) => {
    const text = words.map((word) => word + separators[below(separators.length)]!).join("");
    return prose(`essay-${i}`, below(6), text);
  });
}

/** The share of equal words in any order: at least what an alignment can pair. */
function shareOfWords(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const equal = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * equal.length) / (a.length + b.length);
}

describe("findDuplicates, whatever the texts", () => {
  it("gives exact passages whose places hold the same words, as many as it says", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      for (const passage of findDuplicates(proses).filter(({ kind }) => kind === "exact")) {
        const places = textsOf(proses, passage).map(foldedWords);
        assert.equal(passage.similarity, 1);
        assert.ok(passage.words >= 25);
        assert.ok(places.length > 1);
        assert.equal(places.at(-1)!.length, passage.words);
        assert.ok(places.slice(0, -1).some((words) => words.join() === places.at(-1)!.join()));
      }
    }
  });

  it("gives edited passages that are as much alike as it says", () => {
    let found = 0;
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      for (const passage of findDuplicates(proses).filter(({ kind }) => kind === "edited")) {
        const [last, ...others] = textsOf(proses, passage).toReversed().map(foldedWords);
        assert.equal(last!.length, passage.words);
        assert.ok(passage.similarity >= 0.6 && passage.similarity < 1);
        const most = Math.max(...others.map((other) => shareOfWords(last!, other)));
        assert.ok(most >= passage.similarity - 0.005, `seed ${seed}`);
        found++;
      }
    }
    assert.ok(found > 0);
  });

  it("gives places in order that never overlap within a passage", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      const orders = new Map(proses.map(({ id, order }) => [id, order]));
      for (const { places } of findDuplicates(proses)) {
        places.slice(1).forEach((place, i) => {
          const before = places[i]!;
          if (place.id === before.id) assert.ok(before.span.end <= place.span.start);
          else assert.ok(orders.get(before.id)! <= orders.get(place.id)!);
        });
      }
    }
  });

  it("gives spans from the first letter of a word to the last of one, or to punctuation behind it", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      for (const { places } of findDuplicates(proses)) {
        for (const { id, span } of places) {
          const text = textOf(proses, id);
          const { starts, ends, count } = wordsOf(text, span);
          assert.equal(starts[0], span.start);
          assert.doesNotMatch(text[span.start - 1] ?? " ", /[\p{L}\p{N}]/u);
          assert.match(text.slice(ends[count - 1], span.end), /^[,.]?$/);
        }
      }
    }
  });

  it("does not depend on the order in which they are given", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      const next = random(seed);
      const shuffled = proses
        .map((value) => ({ value, key: next() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ value }) => value);
      assert.deepEqual(findDuplicates(shuffled), findDuplicates(proses));
    }
  });

  it("gives each fingerprint once", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const fingerprints = findDuplicates(library(seed)).map(({ fingerprint }) => fingerprint);
      assert.equal(new Set(fingerprints).size, fingerprints.length);
    }
  });

  it("finds every planted copy, wherever it stands and however it is set", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const next = random(seed + 1000);
      const planted = essayWords(seed + 5000, 25 + Math.floor(next() * 50));
      const set = (word: string): string =>
        next() < 0.5 ? `“${word.toUpperCase()}”` : `_${word}_`;
      const around = (from: number): readonly string[] =>
        essayWords(seed * 2 + from, Math.floor(next() * 300));
      const first = ["Start.", ...around(9000), "here:", ...planted, "Stop.", ...around(9100)].join(
        " ",
      );
      const copy = ["Begin.", ...around(9200), "there:", ...planted.map(set), "End."].join("\n");
      const proses = [prose("a", 0, first), prose("b", 1, copy)];
      const found = findDuplicates(proses).filter(({ words }) => words === planted.length);
      assert.equal(found.length, 1, `seed ${seed}`);
    }
  });

  it("finds every run of 25 equal words that a plain search finds", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const proses = library(seed);
      const passages = findDuplicates(proses);
      const inTime = proses.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
      const seen = new Map<string, string>();
      for (const { id, text } of inTime) {
        const { count, starts, ends } = wordsOf(text);
        const words = foldedWords(text);
        for (let i = 0; i + 25 <= count; i++) {
          const run = words.slice(i, i + 25).join(" ");
          if (seen.has(run) && seen.get(run) !== id) {
            const isCovered = passages.some(({ places }) =>
              places.some(
                ({ id: where, span }) =>
                  where === id && span.start < ends[i + 24]! && starts[i]! < span.end,
              ),
            );
            assert.ok(isCovered, `seed ${seed}, ${id} at word ${i}`);
          }
          if (!seen.has(run)) seen.set(run, id);
        }
      }
    }
  });
});
