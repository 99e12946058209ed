import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { excerptOf } from "../../../src/diagnostics/html/excerpt.ts";
import { lineIndex } from "../../../src/text/lines.ts";
import type { Span } from "../../../src/text/span.ts";
import { random } from "../../support/random.ts";
import { spanOf } from "../../support/proof.ts";

const whole = (text: string): Span => ({ start: 0, end: text.length });

/** A line as `number: text`, changes in brackets. */
const shown = (
  text: string,
  span: Span,
  changed: readonly Span[],
  room = 1000,
): readonly string[] =>
  excerptOf(text, lineIndex(text), span, changed, room).map(({ line, pieces }) => {
    const parts = pieces.map((piece) => {
      if (piece.kind === "gap") return `…${piece.words}…`;
      const said = text.slice(piece.span.start, piece.span.end);
      return piece.kind === "changed" ? `[${said}]` : said;
    });
    return `${line}: ${parts.join("")}`;
  });

describe("the excerpt of a place", () => {
  it("is the whole place where there is room, by lines, blank ones left out", () => {
    const text = "Zero.\nOne two.\r\n\r\nThree four.\rFive.\n";
    assert.deepEqual(shown(text, spanOf(text, "two.\r\n\r\nThree four.\rFive"), []), [
      "2: two.",
      "4: Three four.",
      "5: Five",
    ]);
  });

  it("marks what has changed, over lines too", () => {
    const text = "One two three.\n\nFour five.";
    assert.deepEqual(
      shown(text, whole(text), [spanOf(text, "two"), spanOf(text, "three.\n\nFour")]),
      ["1: One [two] [three.]", "3: [Four] five."],
    );
  });

  it("keeps the beginning and the end of a long one, at words", () => {
    const text = Array.from({ length: 500 }, (_, i) => `word${i}`).join(" ");
    const [line, ...others] = shown(text, whole(text), [], 120);
    assert.deepEqual(others, []);
    assert.match(line!, /^1: word0 word1 .*word\d+…4\d\d…word\d+ .*word499$/);
    assert.ok(line!.length < 150);
  });

  it("keeps what has changed with words around it", () => {
    const text = Array.from({ length: 900 }, (_, i) => `word${i}`).join("\n");
    const lines = shown(text, whole(text), [spanOf(text, "word450")], 600);
    assert.ok(lines.includes("451: [word450]"));
    assert.ok(lines.includes("452: word451"));
    assert.equal(lines[0], "1: word0");
    assert.equal(lines.at(-1), "900: word899");
    assert.equal(lines.filter((line) => line.includes("…")).length, 2);
  });

  it("has about the room that it is given, and all lines in order, whatever has changed", () => {
    for (let seed = 0; seed < 100; seed++) {
      const next = random(seed);
      const below = (limit: number): number => Math.floor(next() * limit);
      const text = Array.from(
        { length: 2000 },
        (_, i) => `w${i}${below(9) === 0 ? "\n" : " "}`,
      ).join("");
      const changed: Span[] = [];
      for (let at = below(500); at < text.length - 300; at += 100 + below(3000)) {
        const start = text.indexOf(" ", at) + 1;
        changed.push({ start, end: start + 1 + below(90) });
      }
      const room = 300 + below(3000);
      const lines = excerptOf(text, lineIndex(text), whole(text), changed, room);
      const numbers = lines.map(({ line }) => line);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].toSorted((a, b) => a - b),
        `seed ${seed}`,
      );
      const pieces = lines.flatMap((line) => line.pieces);
      const size = pieces.reduce(
        (sum, piece) => sum + (piece.kind === "gap" ? 0 : piece.span.end - piece.span.start),
        0,
      );
      // Small gaps are filled.
      assert.ok(size <= room * 2, `seed ${seed}: ${size} of ${room}`);
      const gaps = pieces.reduce((sum, piece) => sum + (piece.kind === "gap" ? piece.words : 0), 0);
      assert.ok(gaps > 0 && gaps < 2000);
    }
  });
});
