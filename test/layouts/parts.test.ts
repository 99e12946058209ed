import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonLd } from "../../layouts/parts/json-ld.ts";
import { languageIn } from "../../layouts/parts/language.ts";
import { jsonLdOf } from "../support/markup.ts";
import { hostile } from "../support/props.ts";

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
