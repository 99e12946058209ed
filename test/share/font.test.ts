import assert from "node:assert/strict";
import { test } from "node:test";
import { Resvg } from "@resvg/resvg-js";
import { files, fonts, setter } from "../support/share.ts";

const SIZE = 100;

/** How wide the program that draws the letters makes a line: the ink between two bars, less that of the bars alone. */
function drawnWidth(line: string): number {
  const inkOf = (text: string): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="300"><text x="10" y="200" font-size="${SIZE}">|${text}|</text></svg>`;
    const font = { loadSystemFonts: false, fontFiles: [files.bold] };
    return new Resvg(svg, { font }).innerBBox()!.width;
  };
  return inkOf(line) - inkOf("");
}

test("lines are as wide as the program that draws them makes them, kerning and ligatures included", () => {
  const style = { weight: "bold", size: SIZE, tracking: 0 } as const;
  const lines = [
    "AVAVAV",
    "To Wave",
    "Yours, Tr.",
    "LT’s “A”",
    "fix the floor",
    "Große П γα",
    "1–2",
  ];
  for (const line of lines) {
    const own = setter.widthOf(`|${line}|`, style) - setter.widthOf("||", style);
    assert.ok(Math.abs(own - drawnWidth(line)) <= 1.5, `${line}: ${own}, ${drawnWidth(line)}`);
  }
});

test("kerning is of the font: some pairs come together, others stay", () => {
  const { glyphOf, kerningOf } = fonts.bold;
  const between = (a: string, b: string) =>
    kerningOf(glyphOf(a.charCodeAt(0)), glyphOf(b.charCodeAt(0)));
  assert.ok(between("A", "V") < 0);
  assert.ok(between("T", "o") < 0);
  assert.equal(between("H", "H"), 0);
});

test("a character that the font lacks has no glyph", () => {
  for (const character of ["日", "ש", "م", "न", "😀", "\uffff", "\u0000"])
    assert.equal(fonts.bold.glyphOf(character.codePointAt(0)!), 0, character);
  for (const character of ["A", "é", "ß", "Ж", "Ω", "ế", "—", "…"])
    assert.notEqual(fonts.bold.glyphOf(character.codePointAt(0)!), 0, character);
});
