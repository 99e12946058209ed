import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placesIn } from "../../src/diagnostics/places.ts";
import { toldChanges } from "../../src/diagnostics/told-changes.ts";
import { changedReport } from "../support/changed.ts";

const told = (...given: Parameters<typeof changedReport>): readonly string[] => {
  const { diagnostics, sources } = changedReport(...given);
  return toldChanges(diagnostics[0]!, placesIn(sources));
};

describe("what has changed, in words", () => {
  it("tells what became what, what is new and what is gone", () => {
    const pairs = [
      ["one", "eins"],
      [undefined, "neu"],
      ["gone", undefined],
    ] as const;
    assert.deepEqual(told("one gone two", "eins neu two", pairs), [
      "“one” became “eins”",
      "“neu” is new",
      "“gone” is gone",
    ]);
  });

  it("tells three, and counts the others", () => {
    const words = ["a1", "b1", "c1", "d1", "e1"];
    const pairs = words.map((word) => [word, undefined] as const);
    assert.equal(told(words.join(" "), "x", pairs).at(-1), "and 2 more changes");
  });

  it("puts long ones on one line and cuts them", () => {
    const long = `begin\n\n${"and on ".repeat(60)}end`;
    assert.match(told("x", long, [[undefined, long]])[0]!, /^“begin and on .*….*end” is new$/);
    assert.ok(told("x", long, [[undefined, long]])[0]!.length < 80);
  });

  it("says so where the words are the same in another order", () => {
    assert.deepEqual(told("a b", "b a", []), ["the same words in another order"]);
  });
});
