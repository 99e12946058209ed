import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format } from "prettier";
import { frontMatterText, scalar, withValue } from "../../src/essays/front-matter-text.ts";
import { random } from "../support/random.ts";
import { read } from "../support/essays.ts";

const PIECES = [
  ..."abcXYZ éß日本😀\"\"''\\#:,[]{}&*!|>%@`?-~=.0179_/$",
  ...[": ", " #", "- ", "true", "null", "1e3", "0x1F", "2026-02-24", "12:30", "---", "...", "<<"],
  ...["\\n", "👩‍🚀", "\u00a0", "\u200b", "\u202e", "{{ x }}", "${x}", "é", " "],
];

function randomTitle(seed: number): string {
  const next = random(seed);
  const count = 1 + Math.floor(next() * 8);
  const pieces = Array.from({ length: count }, () => PIECES[Math.floor(next() * PIECES.length)]!);
  return pieces.join("").trim() || "x";
}

describe("front matter that Galley writes", () => {
  it("is read back as it was given, and prettier leaves it, for any title and tags", async () => {
    for (let seed = 0; seed < 1500; seed++) {
      const title = randomTitle(seed);
      const tags = [randomTitle(seed + 5000), "C++", "$OPG", "@ada"];
      const text = frontMatterText({ title, date: "2026-02-24", tags });
      const { frontMatter } = read(text).essay.manuscript;
      assert.equal(frontMatter.title?.value, title, text);
      assert.deepEqual(
        frontMatter.tags?.map(({ value }) => value),
        tags,
        text,
      );
      assert.equal(frontMatter.date?.value, "2026-02-24");
      if (seed < 300) assert.equal(await format(text, { parser: "markdown" }), text);
    }
  });

  it("lists many tags line by line", async () => {
    const tags = Array.from({ length: 30 }, (_, i) => `topic ${i}`);
    const text = frontMatterText({ title: "Many", tags, draft: true });
    assert.match(text, /^tags:\n {2}- topic 0\n/m);
    assert.equal(await format(text, { parser: "markdown" }), text);
  });

  it("uses quotes only where they are needed", () => {
    const spelled = [
      "Who is on call?",
      "I'm back",
      "C#",
      "10 things",
      "Yes",
      "a: b",
      "24",
      "@ada",
      "x #y",
    ];
    assert.deepEqual(spelled.map(scalar), [
      "Who is on call?",
      "I'm back",
      "C#",
      "10 things",
      '"Yes"',
      '"a: b"',
      '"24"',
      '"@ada"',
      '"x #y"',
    ]);
  });

  it("gives a text a value, in place of the one that it has, or in front of the others", () => {
    const text = "---\ntitle: 'Old' # why\ntags: [a]\n---\nBody\n";
    const { title } = read(text).essay.manuscript.frontMatter;
    assert.equal(
      withValue(text, "title", "New: one", title),
      '---\ntitle: "New: one" # why\ntags: [a]\n---\nBody\n',
    );
    assert.equal(
      withValue(text, "date", "2026-01-02", undefined),
      "---\ndate: 2026-01-02\ntitle: 'Old' # why\ntags: [a]\n---\nBody\n",
    );
    assert.equal(
      withValue("#tag\nBody", "title", "New", undefined),
      "---\ntitle: New\n---\n\n#tag\nBody",
    );
  });
});
