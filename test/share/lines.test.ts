import assert from "node:assert/strict";
import { test } from "node:test";
import { balanced, cut, fits, linesOf } from "../../src/share/lines.ts";

/** As on a typewriter. */
const measure = (line: string): number => line.length;

test("a line is as full as its words let it be", () => {
  assert.deepEqual(linesOf("one two three four", 9, measure), ["one two", "three", "four"]);
  assert.deepEqual(linesOf("one", 9, measure), ["one"]);
});

test("a line may end behind a hyphen, a dash or a slash within words", () => {
  assert.deepEqual(linesOf("a well-known either/or", 8, measure), [
    "a well-",
    "known",
    "either/",
    "or",
  ]);
  assert.deepEqual(linesOf("from 2025-10 on", 9, measure), ["from", "2025-10", "on"]);
});

test("no line ends with a lone letter", () => {
  assert.deepEqual(linesOf("this is a letter", 9, measure), ["this is", "a letter"]);
});

test("a word that is too wide is broken where it has to be", () => {
  assert.ok(!fits("an abcdefghij klm", 4, measure));
  assert.deepEqual(linesOf("an abcdefghij klm", 4, measure), ["an", "abcd", "efgh", "ij", "klm"]);
});

test("balanced lines are as many, and more equally long", () => {
  const text = "the quick brown fox jumps over it";
  const greedy = linesOf(text, 28, measure);
  const lines = balanced(text, 28, measure);
  assert.deepEqual(greedy, ["the quick brown fox jumps", "over it"]);
  assert.deepEqual(lines, ["the quick brown", "fox jumps over it"]);
});

test("too many lines are cut behind a word, with an ellipsis that has room", () => {
  const lines = ["one two", "three four,", "five"];
  assert.deepEqual(cut(lines, 3, 11, measure), lines);
  assert.deepEqual(cut(lines, 2, 11, measure), ["one two", "three four…"]);
  assert.deepEqual(cut(lines, 2, 10, measure), ["one two", "three…"]);
  assert.deepEqual(cut(["abcdefgh", "ijk"], 1, 8, measure), ["abcdefg…"]);
  assert.deepEqual(cut(["first — (", "second"], 1, 12, measure), ["first…"]);
});
