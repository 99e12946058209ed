import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { findDuplicates, type Prose } from "../../src/duplicates/index.ts";
import { decode } from "../../src/essays/decode.ts";
import { readManuscript } from "../../src/essays/manuscript.ts";
import { proseSkips } from "../../src/essays/skips.ts";
import { foldedWords, textsOf } from "./support.ts";

/** Essays of `test/fixtures/duplicates/`, read as a build reads them, in order of time. */
const essays = (...files: readonly string[]): readonly Prose[] =>
  files.map((file, order) => {
    const bytes = readFileSync(new URL(`../fixtures/duplicates/${file}`, import.meta.url));
    const { text } = decode(bytes);
    const format = file.endsWith(".md") ? "md" : "txt";
    const options = { html: false, language: "en" };
    const { manuscript } = readManuscript(text, format, "essay", options);
    return { id: file, text, skip: proseSkips(text, manuscript), order };
  });

const PASSAGE = foldedWords(
  `The ferry had not run since the storm, and the island had learned to do without it. Old quarrels were mended over
  borrowed flour, and letters waited in a tin box by the pier until somebody rowed across on business of their own.`,
);

/** What is said twice in essays. */
const said = (...files: readonly string[]) =>
  findDuplicates(essays(...files)).map(({ kind, words, places }) => ({
    kind,
    words,
    places: places.map(({ id }) => id),
  }));

describe("a passage in Markdown", () => {
  const noProse: Readonly<Record<string, string>> = {
    "it is quoted in a list, once and twice": "quoted-in-a-list.md",
    "it is quoted and goes on without the marks": "quoted-lazily.md",
    "it stands in a fence that nobody closed": "unclosed-fence.md",
  };
  for (const [where, file] of Object.entries(noProse)) {
    it(`is no copy where ${where}`, () => {
      assert.deepEqual(said("original.md", file), []);
    });
  }

  const isProse: Readonly<Record<string, string>> = {
    "a list, and goes on without its indent": "listed-lazily.md",
    "a table": "table.md",
    "pieces: a heading, a link, emphasis, a list with code in it, a rule": "blocks.md",
    "the open behind a list with a fence that nobody closed": "fence-of-a-list.md",
  };
  for (const [where, file] of Object.entries(isProse)) {
    it(`is a copy where it stands in ${where}`, () => {
      assert.deepEqual(said("original.md", file), [
        { kind: "exact", words: PASSAGE.length, places: ["original.md", file] },
      ]);
    });
  }

  it("is one finding that says all of it, in however many blocks", () => {
    const proses = essays("original.md", "blocks.md");
    const [original, copy] = textsOf(proses, findDuplicates(proses)[0]!);
    assert.deepEqual(foldedWords(original!), PASSAGE);
    assert.match(copy!, /^The ferry[^]*own\.$/);
  });
});

describe("a song", () => {
  it("has one finding for the verses that it repeats, with a place for each", () => {
    const proses = essays("lyrics.txt");
    const [refrain, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    const verses = textsOf(proses, refrain!);
    assert.equal(verses.length, 3);
    assert.ok(verses.every((verse) => /^Row, sister[^]*silver wire$/.test(verse)));
  });
});
