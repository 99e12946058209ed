import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "../../src/text/clean.ts";

test("drops control characters, lone surrogates and noncharacters", () => {
  const unwanted = ["\u0000", "\u0008", "\u000b", "\u001f", "\u007f", "\u0085", "\u009f"];
  unwanted.push("\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff", "\u{1fffe}", "\u{10ffff}");
  for (const character of unwanted) assert.equal(clean(`a${character}b`), "ab");
});

test("keeps everything that can be read, and white space", () => {
  const text = "a\t\r\n\u00a0é\u200d\u2028日本語\ufffd😀\u{10000}";
  assert.equal(clean(text), text);
});
