import assert from "node:assert/strict";
import { test } from "node:test";
import { isLanguageTag } from "../../src/text/language.ts";

test("knows the shape of a language tag", () => {
  for (const tag of [
    "en",
    "pt-BR",
    "zh-Hant-TW",
    "de-1996",
    "es-419",
    "sr-Latn",
    "en-x-mine",
    "EN-gb",
  ]) {
    assert.ok(isLanguageTag(tag), tag);
  }
  for (const tag of [
    "",
    "english",
    "e",
    "en_GB",
    "en-",
    "-en",
    "en GB",
    'en" onclick="x',
    "en\n",
  ]) {
    assert.ok(!isLanguageTag(tag), tag);
  }
});
