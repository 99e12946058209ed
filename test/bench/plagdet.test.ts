import assert from "node:assert/strict";
import { test } from "node:test";
import { scoresOf } from "../../bench/pan/plagdet.ts";
import type { Alignment } from "../../bench/pan/plagdet.ts";

/** Characters of a suspicious document, and those of its source; by default at the same offsets. */
function alignment(
  at: readonly [number, number],
  from: readonly [number, number] = at,
  source = "a",
): Alignment {
  return {
    suspicious: "s",
    source,
    at: { start: at[0], end: at[1] },
    from: { start: from[0], end: from[1] },
  };
}

test("a detection that is the case scores 1 throughout", () => {
  const one = [alignment([10, 110], [300, 420])];
  assert.deepEqual(scoresOf(one, one), {
    cases: 1,
    detections: 1,
    precision: 1,
    recall: 1,
    granularity: 1,
    plagdet: 1,
  });
});

test("shares are of the characters of both sides together", () => {
  // 50 of 100 in the suspicious document and 60 of 300 in the source.
  const { precision, recall } = scoresOf(
    [alignment([0, 100], [0, 300])],
    [alignment([50, 100], [0, 60])],
  );
  assert.equal(precision, 1);
  assert.equal(recall, 110 / 400);
});

test("each case and each detection counts alike, whatever its length", () => {
  const cases = [alignment([0, 1_000]), alignment([5_000, 5_010])];
  const { precision, recall } = scoresOf(cases, [
    alignment([0, 1_000]),
    alignment([8_000, 8_100]),
    alignment([9_000, 9_100]),
  ]);
  assert.equal(recall, 1 / 2);
  assert.equal(precision, 1 / 3);
});

test("pieces of one case, and overlapping ones, cost granularity and nothing else", () => {
  const scores = scoresOf(
    [alignment([0, 100])],
    [alignment([0, 60]), alignment([40, 100]), alignment([70, 90])],
  );
  assert.equal(scores.precision, 1);
  assert.equal(scores.recall, 1);
  assert.equal(scores.granularity, 3);
  assert.equal(scores.plagdet, 1 / 2);
});

test("granularity is that of detected cases alone", () => {
  const { granularity, recall } = scoresOf(
    [alignment([0, 100]), alignment([500, 600]), alignment([900, 950])],
    [alignment([0, 50]), alignment([50, 100]), alignment([500, 600])],
  );
  assert.equal(granularity, 3 / 2);
  assert.equal(recall, 2 / 3);
});

test("a detection meets a case on both sides, and in its own documents, or not at all", () => {
  const cases = [alignment([0, 100], [0, 100])];
  for (const miss of [
    alignment([0, 100], [100, 200]),
    alignment([100, 200], [0, 100]),
    alignment([0, 100], [0, 100], "b"),
  ]) {
    const { precision, recall, plagdet } = scoresOf(cases, [miss]);
    assert.deepEqual([precision, recall, plagdet], [0, 0, 0]);
  }
});

test("the same alignment given twice counts once", () => {
  const one = alignment([0, 100]);
  const { cases, detections, granularity } = scoresOf([one, one], [one, one, one]);
  assert.deepEqual([cases, detections, granularity], [1, 1, 1]);
});

test("where nothing is copied, nothing is to be detected", () => {
  const some = [alignment([0, 100])];
  const rates = (scores: ReturnType<typeof scoresOf>) => [
    scores.precision,
    scores.recall,
    scores.granularity,
    scores.plagdet,
  ];
  assert.deepEqual(rates(scoresOf([], [])), [1, 1, 1, 1]);
  assert.deepEqual(rates(scoresOf([], some)), [0, 0, 1, 0]);
  assert.deepEqual(rates(scoresOf(some, [])), [0, 0, 1, 0]);
});
