import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText } from "../../layouts/parts/date.ts";
import { jsonLd } from "../../layouts/parts/json-ld.ts";
import { languageIn } from "../../layouts/parts/language.ts";
import { jsonLdOf } from "../support/markup.ts";
import { hostile } from "../support/props.ts";

test("writes days in words on English sites", () => {
  assert.equal(dayText("2026-02-24", "en"), "24 February 2026");
  assert.equal(dayText("2025-12-01", "en-GB"), "1 December 2025");
});

test("writes days as ISO days on sites in other languages", () => {
  assert.equal(dayText("2026-02-24", "pt"), "2026-02-24");
  assert.equal(dayText("2026-02-24", "enm"), "2026-02-24");
});

test("says a language only where it differs from the one around", () => {
  assert.equal(languageIn("en", "en"), undefined);
  assert.equal(String(languageIn("en", "pt")), 'lang="pt"');
  assert.equal(String(languageIn("en", "ar")), 'lang="ar" dir="rtl"');
  assert.equal(String(languageIn("ar", "en")), 'lang="en" dir="ltr"');
  assert.equal(String(languageIn("ar", "fa")), 'lang="fa"');
});

test("nothing in JSON-LD can end its block, and all of it can be read back", () => {
  const block = jsonLd({ headline: hostile }).toString();
  assert.equal(block.match(/<\/script/g)?.length, 1);
  assert.doesNotMatch(block, /[\u2028\u2029]|<!--/);
  assert.deepEqual(jsonLdOf(block), { "@context": "https://schema.org", headline: hostile });
});
