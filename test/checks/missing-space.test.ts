import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { missingSpace } from "../../src/checks/text/missing-space.ts";
import { manuscriptOf, spanOf } from "../support/proof.ts";

const found = (text: string): readonly string[] =>
  missingSpace(text, manuscriptOf(text)).map(({ span }) => text.slice(span.start, span.end));

describe("missing-space", () => {
  it("tells the two sentences of the real essay that have grown together, in both copies", () => {
    const file = new URL("../../content/essays/2026-02-24-who-is-on-call.txt", import.meta.url);
    assert.deepEqual(found(readFileSync(file, "utf8")), ["is.I'm", "is.I'm"]);
  });

  it("shows the words and says what to do", () => {
    const text = "how hard it really is.I'm still turning";
    assert.deepEqual(missingSpace(text, manuscriptOf(text)), [
      {
        code: "missing-space",
        severity: "warning",
        message: "a space is missing in “is.I'm”",
        help: "Two sentences have grown together, as happens when text is pasted. Put a space between them.",
        span: spanOf(text, "is.I'm"),
      },
    ]);
  });

  const sentences: readonly (readonly [string, string])[] = [
    ["He left.She stayed.", "left.She"],
    ["Is it over?No.", "over?No"],
    ["It works!We ship it.", "works!We"],
    ["“It works.”She smiled.", "works.”She"],
    ["(All of it.)Then nothing.", "it.)Then"],
    ["It is **bold.**Then not.", "bold.**Then"],
    ["We met in Paris.The next day the sun was out.", "Paris.The"],
    ["I asked Anna.I waited.", "Anna.I"],
    ["Er schlief.Über Nacht kam Schnee.", "schlief.Über"],
    ["Он ушёл.Она осталась.", "ушёл.Она"],
    ["Nothing is well-known.Everything is new.", "well-known.Everything"],
  ];
  for (const [text, seam] of sentences) {
    it(`tells “${seam}”`, () => assert.deepEqual(found(text), [seam]));
  }

  const silent: readonly string[] = [
    "He left. She stayed.",
    "He left.\nShe stayed.",
    "See https://example.org/is.This and www.example.Com now.",
    "Write to first.Last@example.org or @some.Body.",
    "It runs on Node.js, Vue.JS, ASP.NET and GitHub.com, says Amazon.Com.",
    "Open notes.Txt, README.md, Makefile.In and src/main.Rs.",
    "That is, e.g. The others, i.e. The rest.",
    "The U.S.A. and the U.K. agree, Ph.D. or not. J.R.R. Tolkien too.",
    "Version 1.2.Beta and v2.X are out.",
    "Call foo.Bar() or Console.WriteLine, java.util.List, React.Component, Math.Floor.",
    "The value is a.b.C, x::y.Z, self.X1, is.Null_or.",
    "Mr.Smith and Dr.Jones",
    "Wait...What? No.",
    "He said 3.5.Then",
    "Yahoo!JAPAN and .NET",
    "file.Name= and #end.Then",
  ];
  for (const text of silent) {
    it(`is silent on “${text.replace("\n", "⏎")}”`, () => assert.deepEqual(found(text), []));
  }

  it("is silent in code and other text that is no prose", () => {
    const text = "Use `left.She` as it is.";
    const manuscript = manuscriptOf(text, { notProse: [spanOf(text, "`left.She`")] });
    assert.deepEqual(missingSpace(text, manuscript), []);
  });

  it("looks at the body alone", () => {
    const text = "---\ntitle: He left.She stayed\n---\nWords.";
    const manuscript = manuscriptOf(text, { body: { start: 34, end: text.length } });
    assert.deepEqual(missingSpace(text, manuscript), []);
  });
});
