import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf } from "../../src/text/direction.ts";

test("knows which languages are written from right to left", () => {
  for (const language of ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb", "AR-eg", "az-Arab"]) {
    assert.equal(directionOf(language), "rtl", language);
  }
  for (const language of ["en", "", "pt-BR", "ar-Latn", "sr-Latn-RS", "ja", "arn"]) {
    assert.equal(directionOf(language), "ltr", language);
  }
});
