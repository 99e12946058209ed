import assert from "node:assert/strict";
import { test } from "node:test";
import { writable } from "../../src/share/writable.ts";
import { fonts } from "../support/share.ts";

const written = (text: string): string | undefined => writable(text, fonts.bold);

test("text in Latin, Greek and Cyrillic is written as it is", () => {
  for (const text of ["Who is on call?", "Größe – maß", "Người đọc", "Вопросы", "Τι είναι αυτό"])
    assert.equal(written(text), text);
});

test("letters and accents are composed", () => {
  assert.equal(written("Cafe\u0301"), "Café");
});

test("white space is run together, and what is invisible is left out", () => {
  assert.equal(written("  a\t\nb\u00a0 c "), "a b c");
  assert.equal(written("re\u00adli\u200dable\ufeff \u202eend\u0007\u0000"), "reliable end");
});

test("emoji are left out of what can be written without them", () => {
  assert.equal(written("I ❤️ Lisbon 😀"), "I Lisbon");
  assert.equal(written("Family 👩‍👩‍👧 and 🇵🇹"), "Family and");
  assert.equal(written("👍🏽 Step 1️⃣"), "Step 1");
});

test("decorative forms are written plainly", () => {
  assert.equal(written("𝐁𝐨𝐥𝐝 Ｗｉｄｅ"), "Bold Wide");
});

test("a text with other characters that the font lacks can't be written", () => {
  for (const text of ["日本語", "On 日本語", "שלום", "مرحبا", "नमस्ते", "Z\u0337\u0351x"])
    assert.equal(written(text), undefined, text);
});

test("of nothing but emoji and blanks nothing is left", () => {
  for (const text of ["", "   ", "😀", "❤️ 😀\n"]) assert.equal(written(text), undefined);
});
