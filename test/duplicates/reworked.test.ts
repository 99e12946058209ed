import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { prosesOf, sentences, textsOf } from "./support.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/duplicates/${name}`, import.meta.url), "utf8").trim();

const FIRST = fixture("market.txt");
const AGAIN = fixture("market-reworked.txt");
const OTHER = fixture("market-other.txt");

describe("a reworked passage", () => {
  const proses = prosesOf(
    FIRST,
    `${sentences(1, 10).join(" ")}\n\n${AGAIN}\n\n${sentences(2, 10).join(" ")}`,
  );

  it("says the same in other words", () => {
    const [passage, ...others] = findDuplicates(proses, { reworked: true });
    assert.deepEqual(others, []);
    assert.equal(passage?.kind, "reworked");
    assert.ok(passage.similarity < 0.6, `${passage.similarity}`);
    const [first, again] = textsOf(proses, passage);
    assert.ok(first!.length > 0.8 * FIRST.length);
    assert.ok(again!.length > 0.8 * AGAIN.length && again!.length < 1.2 * AGAIN.length);
  });

  it("is looked for only where somebody asks", () => {
    assert.deepEqual(findDuplicates(proses), []);
    assert.deepEqual(findDuplicates(proses, { reworked: false }), []);
  });

  it("is none where two texts only speak of the same", () => {
    assert.deepEqual(findDuplicates(prosesOf(FIRST, OTHER), { reworked: true }), []);
  });
});

describe("a search for reworked passages", () => {
  it("tells exact copies, whole, as it tells them else", () => {
    const texts = prosesOf(`${FIRST}\n\n${OTHER}`, `Once more.\n\n${FIRST}`);
    assert.deepEqual(findDuplicates(texts, { reworked: true }), findDuplicates(texts));
    assert.equal(findDuplicates(texts)[0]?.kind, "exact");
  });
});
