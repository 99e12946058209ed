import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify, tagKey, tagSlug } from "../../src/text/slug.ts";
import { random } from "../support/random.ts";

test("joins the words of any script", () => {
  assert.equal(slugify("Who's on call?"), "whos-on-call");
  assert.equal(slugify("  Über -- das_Meer "), "über-das-meer");
  assert.equal(slugify("日本語 と ไทย"), "日本語-と-ไทย");
  assert.equal(slugify("e\u0301te\u0301"), "été");
  assert.equal(slugify("../../etc/passwd"), "etc-passwd");
  assert.equal(slugify("😀 !"), "");
});

test("leaves a slug as it is", () => {
  for (const text of ["ΟΔΟΣ ΟΔΟΣ", "İstanbul", "Don't", "a--b", "Straße 7"]) {
    assert.equal(slugify(slugify(text)), slugify(text));
  }
});

test("takes spellings that differ in case for one tag", () => {
  for (const [a, b] of [
    ["OpenGradient", "opengradient"],
    ["Straße", "STRASSE"],
    ["ΟΔΟΣ", "οδος"],
    ["İ", "i\u0307"],
    ["é", "E\u0301"],
    ["two  words", " Two words"],
  ] as const) {
    assert.equal(tagKey(a), tagKey(b));
    assert.equal(tagSlug(a), tagSlug(b));
  }
});

test("gives tags readable slugs", () => {
  const slugs = {
    C: "c",
    "C++": "c-plus-plus",
    "C#": "c-sharp",
    ".net": "dot-net",
    日本語: "日本語",
    "😀": "u1f600",
    all: "all",
    "../x": "dot-dot-slash-x",
    "machine learning": "machine_learning",
    "open-source": "open-source",
    snake_case: "snake__case",
    __proto__: "___proto___",
    plus: "~plus",
    con: "~con",
    "": "empty",
    empty: "~empty",
  };
  for (const [label, slug] of Object.entries(slugs)) assert.equal(tagSlug(label), slug);
  assert.equal(tagSlug("__proto__"), "___proto___");
});

test("never gives two tags one slug", () => {
  const parts = [
    "a",
    "B",
    "plus",
    "+",
    "#",
    ".",
    "-",
    "_",
    " ",
    "~",
    "u2d",
    "é",
    "\u0301",
    "'",
    "日",
    "h",
  ];
  const owners = new Map<string, string>();
  const next = random(7);
  for (let i = 0; i < 60_000; i++) {
    const length = 1 + Math.floor(next() * 6);
    const label = Array.from({ length }, () => parts[Math.floor(next() * parts.length)]).join("");
    const [key, slug] = [tagKey(label), tagSlug(label)];
    assert.equal(owners.get(slug) ?? key, key, `${slug} is also ${JSON.stringify(label)}`);
    owners.set(slug, key);
  }
});

test("gives every tag a name that every file system takes", () => {
  const hostile = [
    "..",
    ".",
    "/",
    "\\",
    "a/b",
    "NUL",
    "com1",
    "x.",
    "a:b",
    "?*",
    "\u202eabc",
    " ",
    "-",
  ];
  for (const label of [...hostile, "長".repeat(400), "w".repeat(5000), "😀".repeat(100)]) {
    const slug = tagSlug(label);
    assert.match(slug, /^[\p{L}\p{M}\p{Nd}~_-]+$/u);
    assert.ok(Buffer.byteLength(slug) <= 200, slug);
    assert.doesNotMatch(slug, /^(?:con|nul|com1)$/);
  }
  assert.notEqual(tagSlug("w".repeat(5000)), tagSlug("w".repeat(5001)));
});
