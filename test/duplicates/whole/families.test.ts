import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { apart, familiesOf } from "../../../src/duplicates/whole/families.ts";
import { kinOf } from "../../../src/duplicates/whole/kinship.ts";
import { tracedBack } from "../../../src/duplicates/whole/origins.ts";
import type { Run } from "../../../src/duplicates/texts.ts";
import { copyOf, LIMITS, runOf, textWith } from "../stages.ts";

const [A, B, C, D] = ["a", "b", "c", "d"].map((id, order) => textWith(id, order, 300)) as [
  Run["text"],
  Run["text"],
  Run["text"],
  Run["text"],
];

const placed = (runs: readonly Run[]) =>
  runs.map(({ text, start, length }) => `${text.prose.id} ${start}+${length}`);

describe("families of exact copies", () => {
  it("have what all share, where ends differ by a word or two", () => {
    const families = familiesOf(
      [
        copyOf(runOf(B, 50, 40), [A, 10]),
        copyOf(runOf(C, 70, 41), [A, 9]),
        copyOf(runOf(D, 0, 41), [A, 10]),
      ],
      LIMITS,
    );
    assert.deepEqual(families.map(placed), [["a 10+40", "c 71+40", "b 50+40", "d 0+40"]]);
  });

  it("are two where more than a few words differ", () => {
    const families = familiesOf(
      [copyOf(runOf(B, 50, 40), [A, 10]), copyOf(runOf(C, 70, 60), [A, 10])],
      LIMITS,
    );
    assert.deepEqual(families.map(placed), [
      ["a 10+40", "b 50+40"],
      ["a 10+60", "c 70+60"],
    ]);
  });

  it("do not shrink below a passage, however many differ a little", () => {
    const families = familiesOf(
      [0, 1, 2, 3, 4].map((i) => copyOf(runOf(B, i * 60, 27), [A, 10 + i])),
      LIMITS,
    );
    assert.ok(families.length > 1);
    for (const runs of families) for (const { length } of runs) assert.ok(length >= 25);
  });

  it("have the other sources too, each run apart from the others", () => {
    const families = familiesOf([copyOf(runOf(C, 0, 40), [A, 10], [B, 5])], LIMITS);
    assert.deepEqual(families.map(placed), [["a 10+40", "c 0+40", "b 5+40"]]);
    assert.deepEqual(
      placed(apart([runOf(A, 0, 40), runOf(A, 39, 40), runOf(A, 40, 40), runOf(B, 39, 40)])),
      ["a 0+40", "a 40+40", "b 39+40"],
    );
  });
});

describe("a copy of a copy", () => {
  it("is a copy of the first source, without the words that only the copies share", () => {
    const [, traced] = tracedBack(
      [copyOf(runOf(B, 50, 40), [A, 10]), copyOf(runOf(C, 70, 42), [B, 49])],
      LIMITS,
    );
    assert.deepEqual(placed([traced!.run]), ["c 71+40"]);
    assert.deepEqual(placed(traced!.sources), ["a 10+40", "b 50+40"]);
  });

  it("stays one of its own source where that says much more", () => {
    const copies = [copyOf(runOf(B, 50, 40), [A, 10]), copyOf(runOf(C, 70, 80), [B, 50])];
    assert.deepEqual(tracedBack(copies, LIMITS), copies);
  });
});

describe("groups of runs", () => {
  const exact = (...runs: readonly Run[]) => ({ runs, isExact: true });
  const edited = (...runs: readonly Run[]) => ({ runs, isExact: false });
  const kin = (...groups: Parameters<typeof kinOf>[0]) =>
    kinOf(groups).map((some) => some.map(({ runs }) => placed(runs).join(", ")));

  it("are of one passage where an edited copy is of the same words", () => {
    assert.deepEqual(
      kin(
        exact(runOf(A, 10, 40), runOf(B, 0, 40)),
        edited(runOf(A, 10, 41), runOf(C, 5, 45)),
        edited(runOf(C, 4, 45), runOf(D, 0, 44)),
      ),
      [["a 10+40, b 0+40", "a 10+41, c 5+45", "c 4+45, d 0+44"]],
    );
  });

  it("are of two where exact ones say other words, though they overlap", () => {
    assert.deepEqual(
      kin(exact(runOf(A, 10, 40), runOf(B, 0, 40)), exact(runOf(A, 12, 40), runOf(C, 0, 40))),
      [["a 10+40, b 0+40"], ["a 12+40, c 0+40"]],
    );
  });

  it("are of two where an edited one is of a part only", () => {
    assert.deepEqual(
      kin(exact(runOf(A, 10, 80), runOf(B, 0, 80)), edited(runOf(A, 10, 40), runOf(C, 0, 41))),
      [["a 10+80, b 0+80"], ["a 10+40, c 0+41"]],
    );
  });
});
