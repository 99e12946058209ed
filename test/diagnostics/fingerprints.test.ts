import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { fingerprintsOf } from "../../src/diagnostics/fingerprints.ts";
import { placesIn } from "../../src/diagnostics/places.ts";
import { spanOf } from "../support/proof.ts";

const at = (text: string, part: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "missing-space",
  severity: "warning",
  message: "say",
  file: "a.md",
  span: spanOf(text, part),
  ...more,
});
const fingerprints = (text: string, ...diagnostics: readonly Diagnostic[]): readonly string[] =>
  fingerprintsOf(
    diagnostics,
    placesIn(() => text),
  );

describe("what a finding is known again by", () => {
  const text = "First. Here is.I am.";
  const [usual] = fingerprints(text, at(text, "is.I"));

  it("stays when the finding moves, and when its message changes", () => {
    const moved = `A new beginning.\n\n${text}`;
    assert.deepEqual(fingerprints(moved, at(moved, "is.I", { message: "tell" })), [usual]);
  });

  it("is another one for another text, file or code", () => {
    const others = [
      at(text, "Here"),
      at(text, "is.I", { file: "b.md" }),
      at(text, "is.I", { code: "missing-alt" }),
    ];
    const all = [usual, ...others.flatMap((other) => fingerprints(text, other))];
    assert.equal(new Set(all).size, 4);
  });

  it("tells equal texts of one file apart, by their order", () => {
    const [first, second] = fingerprints(text, at(text, "is.I"), at(text, "is.I"));
    assert.equal(first, usual);
    assert.notEqual(second, usual);
  });

  it("of a passage is made of the passage's own, wherever it stands", () => {
    const data = { fingerprint: "abcdef0123456789" };
    const [here, there] = [
      fingerprints(text, at(text, "is.I", { data })),
      fingerprints(text, at(text, "Here", { data, file: "b.md" })),
    ];
    assert.deepEqual(here, there);
    assert.notDeepEqual(here, [usual]);
  });
});
