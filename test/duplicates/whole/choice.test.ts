import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Copy } from "../../../src/duplicates/pair/copy.ts";
import { saysTheSame, toldOf } from "../../../src/duplicates/whole/choice.ts";
import { copyOf, editedCopyOf, LIMITS, runOf, textWith } from "../stages.ts";

const OWN = textWith("own", 2, 300);
const FIRST = textWith("first", 0, 300);
const SECOND = textWith("second", 1, 300);

const told = (...copies: readonly Copy[]) =>
  toldOf(copies, LIMITS).map(({ run, sources }) => ({
    own: [run.start, run.length],
    sources: sources.map(({ text, start, length }) => [text.prose.id, start, length]),
  }));

describe("the copies that a report tells", () => {
  it("are all, in the order of their places, where none overlap", () => {
    const [a, b] = [
      copyOf(runOf(OWN, 100, 40), [FIRST, 0]),
      copyOf(runOf(OWN, 0, 40), [SECOND, 0]),
    ];
    assert.deepEqual(toldOf([a, b], LIMITS), [b, a]);
  });

  it("have the earlier source first where two say the same", () => {
    const run = runOf(OWN, 10, 40);
    assert.deepEqual(told(copyOf(run, [FIRST, 5]), copyOf(run, [SECOND, 7])), [
      {
        own: [10, 40],
        sources: [
          ["first", 5, 40],
          ["second", 7, 40],
        ],
      },
    ]);
  });

  it("tell no word twice: the longer is told whole, and the rest of the other if it is a passage", () => {
    const long = copyOf(runOf(OWN, 0, 100), [SECOND, 0]);
    assert.deepEqual(told(copyOf(runOf(OWN, 70, 60), [FIRST, 20]), long), [
      { own: [0, 100], sources: [["second", 0, 100]] },
      { own: [100, 30], sources: [["first", 50, 30]] },
    ]);
    assert.deepEqual(told(copyOf(runOf(OWN, 70, 50), [FIRST, 20]), long), [
      { own: [0, 100], sources: [["second", 0, 100]] },
    ]);
  });

  it("tell the two ends of a copy that another one cuts in half", () => {
    const inside = editedCopyOf(runOf(OWN, 40, 80), runOf(FIRST, 0, 80));
    const around = { ...copyOf(runOf(OWN, 0, 160), [SECOND, 0]), equal: 10 };
    assert.deepEqual(
      told(inside, around).map(({ own }) => own),
      [
        [0, 40],
        [40, 80],
        [120, 40],
      ],
    );
  });

  it("have no source among their own words, where one says the same just behind its own source", () => {
    const same = [
      editedCopyOf(runOf(OWN, 90, 70), runOf(FIRST, 20, 70)),
      editedCopyOf(runOf(OWN, 95, 64), runOf(OWN, 31, 64)),
    ];
    assert.deepEqual(told(...same), [{ own: [90, 70], sources: [["first", 20, 70]] }]);
  });

  it("tell the exact parts of an edited copy that another one has most of", () => {
    const part = copyOf(runOf(OWN, 100, 30), [FIRST, 60]);
    const edited = editedCopyOf(runOf(OWN, 50, 80), runOf(FIRST, 0, 90), [part]);
    assert.deepEqual(told(edited, copyOf(runOf(OWN, 0, 100), [SECOND, 0])), [
      { own: [0, 100], sources: [["second", 0, 100]] },
      { own: [100, 30], sources: [["first", 60, 30]] },
    ]);
  });
});

describe("two runs say the same", () => {
  it("where four of five words are common, of one text", () => {
    assert.ok(saysTheSame(runOf(OWN, 0, 100), runOf(OWN, 10, 90)));
    assert.ok(!saysTheSame(runOf(OWN, 0, 100), runOf(OWN, 30, 90)));
    assert.ok(!saysTheSame(runOf(OWN, 0, 100), runOf(OWN, 0, 79)));
    assert.ok(!saysTheSame(runOf(OWN, 0, 100), runOf(FIRST, 0, 100)));
  });
});
