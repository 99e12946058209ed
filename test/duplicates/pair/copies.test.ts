import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { copiesBetween } from "../../../src/duplicates/pair/copies.ts";
import { random } from "../../support/random.ts";
import { essayWords, sentences } from "../support.ts";
import { LIMITS, indexedOf } from "../stages.ts";

/** What the later of two texts copies: first word and number of words, its own and of its source. */
function copies(earlier: string, later: string) {
  const [first, second] = indexedOf(earlier, later);
  return copiesBetween(second!, first!, LIMITS).map(({ kind, run, sources }) => ({
    kind,
    own: [run.start, run.length],
    source: [sources[0]!.start, sources[0]!.length],
  }));
}

const SAID = essayWords(1, 60);
const around = (seed: number): string => sentences(seed, 3).join(" ");

describe("the copies between two texts", () => {
  it("are exact from the first equal word to the last", () => {
    assert.deepEqual(copies(`x ${SAID.join(" ")} x`, `y1 y2 ${SAID.join(" ")} y3`), [
      { kind: "exact", own: [2, 60], source: [1, 60] },
    ]);
  });

  it("are one where a word was changed, not two", () => {
    const changed = SAID.with(30, "neu").join(" ");
    assert.deepEqual(copies(`${around(5)} ${SAID.join(" ")}`, `${changed} ${around(6)}`), [
      { kind: "edited", own: [0, 60], source: [36, 60] },
    ]);
  });

  it("begin and end on words that both sides have", () => {
    const changed = SAID.with(0, "neu").with(20, "neu").with(59, "neu").join(" ");
    assert.deepEqual(
      copies(`${around(5)} ${SAID.join(" ")} ${around(7)}`, `${around(6)} ${changed}`),
      [{ kind: "edited", own: [37, 58], source: [37, 58] }],
    );
  });

  it("are two where an essay lies between them", () => {
    const [first, second] = [SAID.slice(0, 30).join(" "), SAID.slice(30).join(" ")];
    const between = essayWords(8, 200).join(" ");
    assert.deepEqual(copies(`${first} ${second}`, `${first} ${between} ${second}`), [
      { kind: "exact", own: [0, 30], source: [0, 30] },
      { kind: "exact", own: [230, 30], source: [30, 30] },
    ]);
  });

  it("of an edited one have the exact parts that are passages by themselves", () => {
    const [first, second] = indexedOf(SAID.join(" "), SAID.with(40, "neu").join(" "));
    const [copy] = copiesBetween(second!, first!, LIMITS);
    assert.deepEqual(
      copy!.parts.map(({ run }) => [run.start, run.length]),
      [[0, 40]],
    );
  });

  it("are the same, whichever text is the later one, where words were changed and put in", () => {
    for (let seed = 0; seed < 150; seed++) {
      const next = random(seed);
      const said = essayWords(seed * 3, 30 + Math.floor(next() * 60));
      const edited = said.flatMap((word, i) => {
        if (next() >= 0.12) return [word];
        return [[], [`neu${i}`], [word, `plus${i}`]][Math.floor(next() * 3)]!;
      });
      const first = `${around(seed * 3 + 1)} ${said.join(" ")} ${around(seed * 3 + 2)}`;
      const second = `${around(seed * 3 + 3)} ${edited.join(" ")}`;
      const swapped = copies(second, first).map(({ kind, own, source }) => ({
        kind,
        own: source,
        source: own,
      }));
      assert.deepEqual(copies(first, second), swapped, `seed ${seed}`);
    }
  });
});
