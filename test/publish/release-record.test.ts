import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Refusal } from "../../src/io/refusal.ts";
import { stampOf } from "../../src/io/stamp.ts";
import { addressOf, isPage } from "../../src/publish/paths.ts";
import { recordOf } from "../../src/publish/record-of.ts";
import {
  changesBetween,
  readRecord,
  textOf,
  type ReleaseRecord,
} from "../../src/publish/release-record.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const ABOUT = { commit: COMMIT, asOf: "2026-06-30" };
const FEED = JSON.stringify({ home_page_url: "https://example.org/blog/" });
/** Of an empty file. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const recordWith = (files: Readonly<Record<string, string>>): ReleaseRecord => ({
  version: 1,
  ...ABOUT,
  generator: "Galley 0.1.0",
  url: "https://example.org/blog/",
  files: new Map(Object.entries(files)),
});

function siteIn(scope: Scope, files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(scope);
  writeFiles(folder, { "feed.json": FEED, ...files });
  return folder;
}

test("names commit, day, generator, address and the hash of every file but itself", (t) => {
  const folder = siteIn(t, { "index.html": "", "essays/a/index.html": "", "release.json": "old" });
  const { files, ...about } = recordOf(folder, ABOUT);
  assert.deepEqual(about, {
    version: 1,
    ...ABOUT,
    generator: "Galley 0.1.0",
    url: "https://example.org/blog/",
  });
  assert.deepEqual([...files.keys()], ["essays/a/index.html", "feed.json", "index.html"]);
  assert.equal(files.get("index.html"), EMPTY);
});

test("takes a hash from the manifest only while the file system vouches for the file", (t) => {
  const folder = siteIn(t, { "a.txt": "a", "b.txt": "b" });
  const hash = Buffer.alloc(32, 1);
  const made = { fingerprint: "", hash: hash.toString("base64url") };
  const known = {
    "a.txt": { ...made, stamp: stampOf(join(folder, "a.txt"))! },
    "b.txt": { ...made, stamp: stampOf(join(folder, "b.txt"))! },
  };
  utimesSync(join(folder, "b.txt"), 0, 0);
  const { files } = recordOf(folder, ABOUT, known);
  assert.equal(files.get("a.txt"), hash.toString("hex"));
  assert.equal(files.get("b.txt"), recordOf(folder, ABOUT).files.get("b.txt"));
});

test("writes one line a file, by code points, whatever a file is called", () => {
  const names = ["\u{1f600}.txt", "\u{ffe8}.txt", "index.html", "404", "__proto__", "constructor"];
  const record = {
    ...recordWith({}),
    files: new Map(names.map((name): [string, string] => [name, EMPTY])),
  };
  const text = textOf(record);
  assert.equal(
    text,
    `{
  "version": 1,
  "commit": "${COMMIT}",
  "asOf": "2026-06-30",
  "generator": "Galley 0.1.0",
  "url": "https://example.org/blog/",
  "files": {
    "404": "${EMPTY}",
    "__proto__": "${EMPTY}",
    "constructor": "${EMPTY}",
    "index.html": "${EMPTY}",
    "\u{ffe8}.txt": "${EMPTY}",
    "\u{1f600}.txt": "${EMPTY}"
  }
}
`,
  );
  assert.equal(textOf(readRecord(text, "release.json")), text);
});

test("reads back the record of a site without files", () => {
  const text = textOf(recordWith({}));
  assert.equal(textOf(readRecord(text, "release.json")), text);
});

const whole = JSON.parse(textOf(recordWith({ "a.txt": EMPTY }))) as Record<string, unknown>;
const bad: Readonly<Record<string, unknown>> = {
  "it is not JSON": "<!doctype html>",
  "it is no mapping": [],
  "`version` is to be 1": { ...whole, version: 2 },
  "`commit` is to be": { ...whole, commit: "main" },
  "`asOf` is to be a day": { ...whole, asOf: "today" },
  "`url` is to be": { ...whole, url: "javascript:alert(1)" },
  "`files` is to be a mapping": { ...whole, files: ["a.txt"] },
  '"../a.txt" is no path': { ...whole, files: { "../a.txt": EMPTY } },
  '"/a.txt" is no path': { ...whole, files: { "/a.txt": EMPTY } },
  '"a\\u001b[2J" is no path': { ...whole, files: { "a\u001b[2J": EMPTY } },
  'the hash of "a.txt" is no SHA-256': { ...whole, files: { "a.txt": "0" } },
};

for (const [message, value] of Object.entries(bad)) {
  test(`refuses a record of which it says: ${message}`, () => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    assert.throws(
      () => readRecord(text, "there"),
      (error) =>
        error instanceof Refusal &&
        error.message.startsWith(`there is no record of a release: ${message}`),
    );
  });
}

test("says what a newer release adds, changes and removes", () => {
  const [one, two] = [EMPTY, "1".repeat(64)];
  const older = recordWith({ "a.html": one, "b.html": one, "c.html": one });
  const newer = recordWith({ "b.html": one, "c.html": two, "d.html": one });
  assert.deepEqual(changesBetween(older, newer), {
    added: ["d.html"],
    changed: ["c.html"],
    removed: ["a.html"],
  });
  assert.deepEqual(changesBetween(undefined, older).added, ["a.html", "b.html", "c.html"]);
});

test("gives pages the address that readers use", () => {
  const url = "https://example.org/blog/";
  assert.equal(addressOf("index.html", url), url);
  assert.equal(addressOf("tags/c#/index.html", url), `${url}tags/c%23/`);
  assert.equal(addressOf("feed.xml", url), `${url}feed.xml`);
  assert.deepEqual(["index.html", "404.html", "feed.xml"].map(isPage), [true, false, false]);
});

test("refuses a folder that holds no site of Galley's, or what is no file", (t) => {
  const folder = siteIn(t, {});
  mkdirSync(join(folder, "essays"));
  symlinkSync("feed.json", join(folder, "essays", "link.json"));
  assert.throws(() => recordOf(folder, ABOUT), /"essays\/link\.json" .* no file .*symlink/);
  rmSync(join(folder, "feed.json"));
  assert.throws(() => recordOf(folder, ABOUT), /holds no site that Galley built/);
});
