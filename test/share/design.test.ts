import assert from "node:assert/strict";
import { test } from "node:test";
import { designOf, type Design } from "../../src/share/design.ts";
import { fonts, setter, shareProps, TITLES } from "../support/share.ts";

const designed = (fields: Parameters<typeof shareProps>[0]): Design =>
  designOf(shareProps(fields), fonts.bold, setter);

/** The texts of a tone, from top to bottom, without spaces. */
const textsOf = ({ lines }: Design, tone: string): readonly string[] =>
  lines
    .filter((line) => line.tone === tone)
    .map(({ letters }) => letters.map(({ character }) => character).join(""));

const titleSize = (design: Design): number =>
  design.lines.find(({ tone }) => tone === "ink")!.letters[0]!.style.size;

test("whose site, the title, who wrote it and when", () => {
  const design = designed({ title: "Call" });
  assert.deepEqual(textsOf(design, "accent"), ["Fieldnotes"]);
  assert.deepEqual(textsOf(design, "ink"), ["Call"]);
  assert.deepEqual(textsOf(design, "faint"), ["AdaExample", "24February2026"]);
});

test("the site's own picture says what it is about", () => {
  const design = designed({ siteTitle: "", title: "Notes", text: "On things", date: "" });
  assert.deepEqual(textsOf(design, "accent"), []);
  assert.deepEqual(textsOf(design, "ink"), ["Notes"]);
  assert.deepEqual(textsOf(design, "faint"), ["Onthings", "AdaExample"]);
});

test("a long title and a long text have room together", () => {
  const words = "of many a quiet harbour and its lights ".repeat(9);
  const design = designed({ siteTitle: "", title: words, text: words, date: "" });
  const heights = design.lines.map(({ letters }) => letters[0]!.y - letters[0]!.style.size);
  assert.ok(Math.min(...heights) > 50);
  assert.ok(heights.every((height, i) => i === 0 || height > heights[i - 1]!));
});

test("the longer the title, the smaller it is set", () => {
  const words = "of many a quiet harbour and its lights ";
  const sizes = [1, 2, 3, 4, 9].map((times) => titleSize(designed({ title: words.repeat(times) })));
  assert.deepEqual(
    sizes,
    sizes.toSorted((a, b) => b - a),
  );
  assert.ok(new Set(sizes).size > 2);
});

test("a title that is too long ends with an ellipsis behind a word", () => {
  const lines = textsOf(designed({ title: "harbour light ".repeat(50) }), "ink");
  assert.equal(lines.length, 4);
  assert.match(lines.at(-1)!, /(harbour|light)…$/);
});

test("a long name leaves room for the date", () => {
  const { lines } = designed({ author: "Ada Example of the Lighthouse ".repeat(9) });
  const [name, date] = lines.filter(({ tone }) => tone === "faint");
  assert.equal(name!.letters.at(-1)!.character, "…");
  assert.ok(name!.letters.at(-1)!.x + 40 < date!.letters[0]!.x);
});

test("without an author the date stands in the author's place", () => {
  const startOf = ({ lines }: Design) => lines.find(({ tone }) => tone === "faint")!.letters[0]!.x;
  assert.equal(startOf(designed({ author: "" })), startOf(designed({})));
});

test("where the title can't be written, the site's title stands in its place", () => {
  for (const title of ["日本語の題名", "שלום", "مرحبا", "नमस्ते", "😀"]) {
    const design = designed({ title });
    assert.deepEqual(textsOf(design, "ink"), ["Fieldnotes"], title);
    assert.deepEqual(textsOf(design, "accent"), [], title);
    assert.deepEqual(textsOf(design, "faint"), ["AdaExample", "24February2026"], title);
  }
});

test("where nothing can be written, no letter is", () => {
  const design = designed({ siteTitle: "日本", title: "日本語", author: "山田", date: "" });
  assert.deepEqual(design.lines, []);
  assert.ok(design.bars.length > 0);
});

test("no title reaches beyond its column, or into what stands above and below", () => {
  for (const title of TITLES) {
    for (const { tone, letters } of designed({ title }).lines) {
      if (tone !== "ink") continue;
      for (const { x, y, style } of letters) {
        assert.ok(x > 40 && x < 1110, `${title.slice(0, 40)}: ${x}`);
        assert.ok(y - style.size > 120 && y < 450, `${title.slice(0, 40)}: ${y}`);
      }
    }
  }
});
