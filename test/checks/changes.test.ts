import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changesBetween } from "../../src/checks/changes.ts";
import { spanOf } from "../support/proof.ts";

const SENTENCES = [
  "The tide went out early that day in May.",
  "Nobody had come down to the harbour to see the boats.",
];
const TEXT = SENTENCES.join(" ");

/** What was said there and is said here; null where one side says nothing. */
function changes(
  there: string,
  here: string,
): readonly (readonly [string | null, string | null])[] {
  const excerptOf = (text: string) => ({
    prose: { text, skip: [] },
    span: { start: 0, end: text.length },
  });
  return changesBetween(excerptOf(here), excerptOf(there)).map((change) => [
    change.there ? there.slice(change.there.start, change.there.end) : null,
    change.here ? here.slice(change.here.start, change.here.end) : null,
  ]);
}

describe("what has changed between two places", () => {
  it("is nothing where they say the same, in whatever order", () => {
    assert.deepEqual(changes(TEXT, TEXT.toUpperCase()), []);
    assert.deepEqual(changes(TEXT, SENTENCES.toReversed().join(" ")), []);
  });

  it("tells what replaced what, in the order of reading", () => {
    const now = TEXT.replace("early", "very late").replace("Nobody", "Somebody");
    assert.deepEqual(changes(TEXT, now), [
      ["early", "very late"],
      ["Nobody", "Somebody"],
    ]);
  });

  it("tells what is new and what is gone, each in its place", () => {
    const now = TEXT.replace(" early", "")
      .replace("harbour", "old harbour")
      .replace("see", "count");
    assert.deepEqual(changes(TEXT, now), [
      ["early", null],
      [null, "old"],
      ["see", "count"],
    ]);
  });

  it("tells what replaced what in a sentence that has moved", () => {
    const now = SENTENCES.toReversed().join(" ").replace("early", "late");
    assert.deepEqual(changes(TEXT, now), [["early", "late"]]);
  });

  it("pairs the nearest where several changes have the same neighbours", () => {
    const line = "we heard the bell again and we walked on";
    const there = [line, "so it went", line].join(" ");
    const here = there.replace("bell", "horn").replace(/bell(?=[^]*$)/, "drum");
    assert.deepEqual(changes(there, here), [
      ["bell", "horn"],
      ["bell", "drum"],
    ]);
  });

  it("looks at the given places alone", () => {
    const there = `Before. ${TEXT} Behind.`;
    const here = `Elsewhere. ${TEXT.replace("boats", "ships")} Beyond.`;
    const [change, ...others] = changesBetween(
      { prose: { text: here, skip: [] }, span: spanOf(here, TEXT.replace("boats", "ships")) },
      { prose: { text: there, skip: [] }, span: spanOf(there, TEXT) },
    );
    assert.deepEqual(others, []);
    assert.deepEqual(change, { here: spanOf(here, "ships"), there: spanOf(there, "boats") });
  });
});
