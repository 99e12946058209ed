import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../../src/settings/read.ts";

const WHOLE = `id: 3F0C0B1E-58b2-4c6e-9d0a-1b2c3d4e5f60
title: Field notes
description: Notes from the field
url: https://Example.org/blog
language: pt-BR
timeZone: Europe/Lisbon
author: { name: Ada, email: ada@example.org, url: "https://ada.example", fediverse: "@ada@social.example" }
tags: { aliases: { js: javascript } }
duplicates: { severity: error, minWords: 40, reworked: true, allow: [abc, 1e5, 007] }
markdown: { html: true }
search: false
sharePictures: false
`;

const problems = (text: string) =>
  readSettings(text).findings.map(({ severity, code, span }) => ({
    what: `${severity}[${code}]`,
    at: text.slice(span.start, span.end),
  }));

test("reads everything that a writer can set", () => {
  const { settings, findings } = readSettings(WHOLE);
  assert.deepEqual(findings, []);
  assert.deepEqual(settings, {
    id: "3f0c0b1e-58b2-4c6e-9d0a-1b2c3d4e5f60",
    title: "Field notes",
    description: "Notes from the field",
    url: "https://example.org/blog/",
    language: "pt-BR",
    timeZone: "Europe/Lisbon",
    author: {
      name: "Ada",
      email: "ada@example.org",
      url: "https://ada.example/",
      fediverse: "@ada@social.example",
    },
    tags: { aliases: { js: "javascript" } },
    duplicates: { severity: "error", minWords: 40, reworked: true, allow: ["abc", "1e5", "007"] },
    markdown: { html: true },
    search: false,
    sharePictures: false,
  });
});

test("works without a file, and says so once", () => {
  const { settings, findings, spanOf } = readSettings(undefined);
  assert.equal(settings.title, "Untitled");
  assert.equal(settings.url, "http://localhost:8080/");
  assert.equal(settings.search, true);
  assert.deepEqual(settings.duplicates, {
    severity: "warning",
    minWords: 25,
    reworked: false,
    allow: [],
  });
  assert.deepEqual(
    findings.map(({ code, severity, span }) => ({ code, severity, span })),
    [{ code: "no-settings", severity: "warning", span: { start: 0, end: 0 } }],
  );
  assert.equal(spanOf(["title"]), undefined);
});

test("names the keys that are missing, and what readers lose, once", () => {
  const { findings } = readSettings("title: Notes\nurl: https://example.org/\n");
  assert.equal(findings.length, 1);
  assert.match(findings[0]!.message, /`id`, `author\.name`/);
  assert.doesNotMatch(findings[0]!.message, /title|url/);
  assert.match(findings[0]!.help!, /feeds/);
});

test("derives an id from the URL, the same every time", () => {
  const id = (url: string) => readSettings(`url: ${url}`).settings.id;
  assert.equal(id("https://example.org"), id("https://example.org/"));
  assert.notEqual(id("https://example.org/"), id("https://example.net/"));
});

test("refuses values that can't be, at their place", () => {
  const wrong = {
    "id: 42": "42",
    "id: 3f0c0b1e": "3f0c0b1e",
    "title: 1984": "1984",
    "title: '  '": "'  '",
    "url: example.org": "example.org",
    "url: ftp://example.org/": "ftp://example.org/",
    "url: https://example.org/?a=b": "https://example.org/?a=b",
    "url: 'https://example.org/#a'": "'https://example.org/#a'",
    "url: https://me:secret@example.org/": "https://me:secret@example.org/",
    "url: 'javascript:alert(1)'": "'javascript:alert(1)'",
    "language: english": "english",
    "timeZone: Mars/Olympus": "Mars/Olympus",
    "timeZone: 3": "3",
    "author: Ada": "Ada",
    "author: [Ada]": "[Ada]",
    "markdown: []": "[]",
    "author: { email: nobody }": "nobody",
    "author: { url: 'javascript:x' }": "'javascript:x'",
    "author: { fediverse: me@example.org }": "me@example.org",
    "tags: { aliases: [js] }": "[js]",
    "tags: { aliases: { js: 5 } }": "5",
    "duplicates: { severity: loud }": "loud",
    "duplicates: { minWords: 2 }": "2",
    "duplicates: { minWords: 2.5 }": "2.5",
    "duplicates: { minWords: many }": "many",
    "duplicates: { reworked: yes }": "yes",
    "duplicates: { allow: abc }": "abc",
    "markdown: { html: 1 }": "1",
    "sharePictures: maybe": "maybe",
    "markdown: true": "true",
  };
  for (const [text, at] of Object.entries(wrong)) {
    assert.deepEqual(problems(text), [{ what: "error[invalid-settings]", at }], text);
  }
});

test("reports all that is wrong in one run, and uses defaults meanwhile", () => {
  const text = "url: nowhere\nlanguage: x\ntitel: Notes\n";
  assert.deepEqual(problems(text), [
    { what: "warning[unknown-key]", at: "titel" },
    { what: "error[invalid-settings]", at: "nowhere" },
    { what: "error[invalid-settings]", at: "x" },
  ]);
  assert.equal(readSettings(text).settings.language, "en");
});

test("warns of unknown keys at every level, with the nearest", () => {
  const { findings } = readSettings(`${WHOLE}duplicate: 1\n`.replace("minWords", "minWord"));
  assert.deepEqual(
    findings.map(({ code, data }) => ({ code, data })),
    [
      { code: "unknown-key", data: { nearest: "minWords" } },
      { code: "unknown-key", data: { nearest: "duplicates" } },
    ],
  );
});

test("takes no notice of a BOM and of line ends", () => {
  const { settings } = readSettings(WHOLE);
  assert.deepEqual(readSettings(`\ufeff${WHOLE}`).settings, settings);
  assert.deepEqual(readSettings(WHOLE.replaceAll("\n", "\r\n")).settings, settings);
  assert.deepEqual(readSettings(WHOLE.replaceAll("\n", "\r")).settings, settings);
});

test("finds where a setting stands", () => {
  const { spanOf } = readSettings(WHOLE);
  const span = spanOf(["tags", "aliases", "js"])!;
  assert.equal(WHOLE.slice(span.start, span.end), "javascript");
});
