import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publicPictures, readPublic } from "../../src/io/public.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { dot } from "../support/pictures.ts";

test("finds every file, hidden ones that servers want among them, in the order of their names", (t) => {
  const folder = temporaryFolder(t);
  const names = [
    ".nojekyll",
    ".well-known/security.txt",
    "CNAME",
    "a.css",
    "fonts/a.woff2",
    "ä.txt",
  ];
  writeFiles(folder, Object.fromEntries(names.toReversed().map((name) => [name, name])));
  const { files, findings } = readPublic(folder);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    files.map(({ file }) => file),
    names,
  );
  assert.deepEqual(
    files.map(({ path }) => path),
    names.map((name) => join(folder, name)),
  );
});

test("leaves out what git and editors keep there", (t) => {
  const folder = temporaryFolder(t);
  const names = [
    ".git/config",
    ".gitignore",
    ".gitkeep",
    ".DS_Store",
    "a.css~",
    "a.css.bak",
    "Thumbs.db",
    ".a.css.swp",
  ];
  writeFiles(folder, Object.fromEntries(names.map((name) => [name, name])));
  assert.deepEqual(readPublic(folder), { files: [], findings: [] });
});

test("a missing folder holds nothing", (t) => {
  assert.deepEqual(readPublic(join(temporaryFolder(t), "missing")), { files: [], findings: [] });
});

test("a file's hash is that of its bytes", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "a.css": "same", "b.css": "same", "c.css": "other" });
  const [a, b, c] = readPublic(folder).files.map(({ hash }) => hash);
  assert.equal(a, b);
  assert.notEqual(a, c);
});

test("names symlinks and pipes, and follows none", (t) => {
  const home = temporaryFolder(t);
  const folder = join(home, "public");
  writeFiles(home, { "secret.txt": "secret", "outside/a.txt": "secret", "public/a.css": "a" });
  symlinkSync(join(home, "secret.txt"), join(folder, "leak.txt"));
  symlinkSync(join(home, "outside"), join(folder, "outside"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  const { files, findings } = readPublic(folder);
  assert.deepEqual(
    files.map(({ file }) => file),
    ["a.css"],
  );
  assert.deepEqual(
    findings.map(({ code, file }) => `${code} ${file}`),
    ["leak.txt", "outside", "pipe"].map((name) => `unexpected-file public/${name}`),
  );
});

test("names a file whose name differs from another's only in how its accents are composed", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { ["e\u0301.css"]: "decomposed", ["\u00e9.css"]: "composed" });
  const { files, findings } = readPublic(folder);
  assert.deepEqual(
    files.map(({ path }) => path),
    [join(folder, "\u00e9.css")],
  );
  assert.deepEqual(
    findings.map(({ file }) => file),
    ["public/\u00e9.css"],
  );
});

test("pictures are known by their site path", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "img/a b.PNG": dot, "a.svg": "<svg/>", "a.png.txt": "text" });
  assert.deepEqual(
    publicPictures(readPublic(folder).files).map(({ file }) => file),
    ["/img/a b.PNG"],
  );
});

test("names that no address can be made of are errors, since the files would not be published", (t) => {
  const folder = temporaryFolder(t);
  const garbled = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff), Buffer.from(".txt")]);
  writeFileSync(garbled, "");
  writeFiles(folder, { "a\nb.txt": "", "a\\b.txt": "", "\uFFFD\uFFFD.txt": "" });
  const { files, findings } = readPublic(folder);
  assert.deepEqual(
    files.map(({ file }) => file),
    ["\uFFFD\uFFFD.txt"],
  );
  assert.deepEqual(
    findings.map(({ file, message }) => `${file}: ${message.replace(/.*: /, "")}`),
    [
      "public/a\nb.txt: its name has a control character or a backslash in it",
      "public/a\\b.txt: its name has a control character or a backslash in it",
      "public/\uFFFD.txt: its name is not UTF-8, so no address can be made of it",
    ],
  );
});
