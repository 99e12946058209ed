import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { random } from "../support/random.ts";
import { essayWords, prose } from "./support.ts";

const ROUNDS = 150;

/** Two texts with one to three passages in common, each once in either, that `edit` gets to change in the second. */
function pair(
  seed: number,
  edit: (passage: readonly string[], next: () => number) => readonly string[],
): readonly [string, string] {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const first: string[] = [];
  const second: (readonly string[])[] = [essayWords(seed * 20 + 3, below(40))];
  for (let i = 1 + below(3); i > 0; i--) {
    const passage = essayWords(seed * 20 + i + 10, 25 + below(40));
    first.push(...essayWords(seed * 20 + i + 4, 20 + below(60)), ...passage);
    const own = essayWords(seed * 20 + i + 1_000_000, 10 + below(60));
    second.splice(1 + below(second.length), 0, [...edit(passage, next), ...own]);
  }
  return [first.join(" "), second.flat().join(" ")];
}

/** What is found, without a word on which text is the later one. */
const found = ([first, second]: readonly [string, string], order: number): readonly string[] =>
  findDuplicates([prose("first", order, first), prose("second", 1 - order, second)])
    .map(({ kind, similarity, places }) => {
      const where = places.map(({ id, span }) => `${id} ${span.start}-${span.end}`);
      return [kind, similarity, ...where.toSorted()].join(", ");
    })
    .toSorted();

describe("two texts", () => {
  it("share the same places, whichever of them is the later one", () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const texts = pair(seed, (passage) => passage);
      assert.deepEqual(found(texts, 0), found(texts, 1), `seed ${seed}`);
      assert.ok(found(texts, 0).length > 0, `seed ${seed}`);
    }
  });
});
