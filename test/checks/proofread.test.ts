import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { proofread } from "../../src/checks/proofread.ts";
import type { Link } from "../../src/essays/essay.ts";
import { manuscriptOf, spanOf } from "../support/proof.ts";

describe("missing-alt", () => {
  const text = "![](photo.jpg) ![a heron](heron.jpg) [](page.md)";
  const found = (links: readonly Link[]) => proofread(text, manuscriptOf(text, { links }), "md");

  it("tells a picture without words, with its name", () => {
    const span = spanOf(text, "photo.jpg");
    const [finding, ...others] = found([{ kind: "image", target: "photo.jpg", alt: " ", span }]);
    assert.deepEqual(others, []);
    assert.equal(finding?.code, "missing-alt");
    assert.equal(finding.message, "the picture photo.jpg has no words");
    assert.deepEqual(finding.span, span);
  });

  it("is silent on pictures with words, and on links", () => {
    const span = spanOf(text, "heron.jpg");
    assert.deepEqual(found([{ kind: "image", target: "heron.jpg", alt: "a heron", span }]), []);
    assert.deepEqual(found([{ kind: "link", target: "page.md", span }]), []);
  });
});

describe("hard-wrapped", () => {
  const wrapped = [
    "I have started to feel a kind of reflexive skepticism toward things",
    "that claim to rethink infrastructure. Maybe that is what a few of the",
    "cycles do to you. You stop asking whether the idea is elegant, and",
    "start asking who is on call when it breaks. Then you go home.",
    "",
    "There are days on which nothing breaks at all, and on these days the",
    "question seems to be a silly one.",
  ];
  const codes = (lines: readonly string[], format: "txt" | "md" = "txt", ending = "\n") => {
    const text = lines.join(ending);
    return proofread(text, manuscriptOf(text), format).map(({ code }) => code);
  };

  it("tells a .txt whose lines end inside sentences, and shows the first of them", () => {
    const text = wrapped.join("\n");
    const [finding] = proofread(text, manuscriptOf(text), "txt");
    assert.equal(finding?.code, "hard-wrapped");
    assert.equal(
      finding.message,
      "4 lines end inside a sentence, as if they were wrapped at a width",
    );
    assert.match(finding.help!, /Join the lines/);
    assert.deepEqual(finding.span, spanOf(text, wrapped[0]!));
  });

  it("makes no difference between line endings", () => {
    assert.deepEqual(codes(wrapped, "txt", "\r\n"), ["hard-wrapped"]);
    assert.deepEqual(codes(wrapped, "txt", "\r"), ["hard-wrapped"]);
  });

  it("is silent on Markdown, where a line break is a space", () => {
    assert.deepEqual(codes(wrapped, "md"), []);
  });

  it("is silent on a paragraph a line", () => {
    assert.deepEqual(codes(wrapped.map((line) => `${line.trim()}.`)), []);
    assert.deepEqual(codes(Array(9).fill(wrapped.join(" "))), []);
  });

  it("is silent on verse", () => {
    const verse = ["I wandered lonely as a cloud", "that floats on high o’er vales and hills,"];
    assert.deepEqual(codes([...verse, ...verse, ...verse]), []);
  });

  it("is silent on a single broken sentence", () => {
    assert.deepEqual(codes(wrapped.slice(0, 2)), []);
  });
});
