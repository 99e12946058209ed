import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../src/text/nearest.ts";

const KEYS = ["title", "date", "updated", "tags", "description", "draft"];

test("finds what a slip was meant to be", () => {
  assert.equal(nearest("titel", KEYS), "title");
  assert.equal(nearest("Tag", KEYS), "tags");
  assert.equal(nearest("desciption", KEYS), "description");
  assert.equal(nearest("updatd", KEYS), "updated");
});

test("takes a word that differs in case alone before all others", () => {
  assert.equal(nearest("Tags", ["tag", "tags"]), "tags");
});

test("takes the first of equals", () => {
  assert.equal(nearest("ab", ["ax", "ay"]), "ax");
});

test("leaves other words alone", () => {
  assert.equal(nearest("layout", KEYS), undefined);
  assert.equal(nearest("", KEYS), undefined);
  assert.equal(nearest("x".repeat(100_000), KEYS), undefined);
});
