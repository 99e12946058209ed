import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { aliasFindings, aliasUrl } from "../../src/site/aliases.ts";
import { outputOf } from "../../src/site/urls.ts";
import { essaysIn } from "../support/written-site.ts";

/** An essay, or a page, with one alias. */
function withAlias(alias: string, file = "essays/2024-01-01-a.md") {
  const written = JSON.stringify(alias).replace("\u007f", "\\u007f");
  return essaysIn({ [file]: `---\naliases: [${written}]\n---\nWords.\n` })[0]!;
}

const urlOf = (alias: string, file?: string): string | undefined =>
  aliasUrl(withAlias(alias, file), alias);

test("an alias is a former slug of the same kind of text", () => {
  assert.equal(urlOf("old-title"), "/essays/old-title/");
  assert.equal(urlOf("old-title", "pages/about.md"), "/old-title/");
  assert.equal(urlOf("Alte_Überschrift"), "/essays/Alte_Überschrift/");
  assert.equal(urlOf("日本語"), "/essays/日本語/");
});

test("an alias is a former path of the site, as a folder or as a file of HTML", () => {
  assert.equal(urlOf("/2019/old-title/"), "/2019/old-title/");
  assert.equal(urlOf("/2019/old-title"), "/2019/old-title/");
  assert.equal(urlOf("/2019/05/old.html"), "/2019/05/old.html");
  assert.equal(urlOf("/old.htm"), "/old.htm");
  assert.equal(urlOf("/essays/old/"), "/essays/old/");
});

test("accents are composed, so that an alias is one address", () => {
  assert.equal(urlOf("cafe\u0301"), "/essays/caf\u00e9/");
});

const hostile = [
  "..",
  ".",
  "../x",
  "../../etc/passwd",
  "/../x",
  "/..",
  "/./x/",
  "/a/../b/",
  "/a/..",
  "/a/.b/",
  "/.git/config",
  ".hidden",
  "/",
  "//",
  "//evil.example/",
  "///x",
  "/a//b/",
  "https://evil.example/",
  "http:x",
  "javascript:alert(1)",
  "a/b",
  "a\\b",
  "\\\\evil",
  "C:\\x",
  "c:",
  "%2e%2e",
  "/%2e%2e/x",
  "a%b",
  "a?b",
  "/a?b=c",
  "a#b",
  "a b",
  " a",
  "a ",
  "a\tb",
  "a\nb",
  "a\u0000b",
  "a\u007fb",
  "a*b",
  "a|b",
  "a<b",
  'a"b',
  "/a/b\u0000.html",
  "\u2028",
  "\u00a0",
  "x".repeat(201),
  `/${"y".repeat(300)}/`,
  "日".repeat(67),
];

test("refuses what climbs, hides, leaves the site, or could not be a name", () => {
  for (const alias of hostile) assert.equal(urlOf(alias), undefined, JSON.stringify(alias));
});

test("says where a refused alias stands, as an error", () => {
  for (const alias of hostile.filter((text) => text.trim() === text)) {
    const [finding, ...others] = aliasFindings(withAlias(alias));
    assert.deepEqual(others, []);
    assert.deepEqual(
      [finding?.code, finding?.severity],
      ["invalid-front-matter", "error"],
      JSON.stringify(alias),
    );
    assert.ok(finding!.span.start > 3 && finding!.span.end > finding!.span.start);
  }
  assert.deepEqual(aliasFindings(withAlias("old-title")), []);
});

test("no alias leads outside of the output folder", () => {
  const odd = [
    "a..b",
    "...",
    "..a",
    "a..",
    "~",
    "~root",
    "-rf",
    "con",
    "a.b.c",
    "/a..b/c/",
    "/a/..b",
    "｡｡",
    "／x",
    "∕x",
  ];
  for (const alias of [...hostile, ...odd]) {
    const url = urlOf(alias);
    if (url === undefined) continue;
    const path = outputOf(url);
    assert.ok(!posix.isAbsolute(path) && posix.normalize(path) === path, alias);
    assert.ok(!path.split("/").some((step) => step.startsWith(".") || step === ""), alias);
  }
});
