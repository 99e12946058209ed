import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContent } from "../../src/io/content.ts";
import { readHead, writeWhole } from "../../src/io/files.ts";
import { filesBelow, isHidden, isLitter } from "../../src/io/walk.ts";
import { treeOf, writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { dot } from "../support/pictures.ts";

const filesOf = (folder: string): readonly string[] =>
  readContent(folder).sources.map(({ file }) => file);

/** What is wrong with which file, in the words of the finding. */
const findingsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readContent(folder).findings.map(({ file, message }) => [file, message]));

test("finds essays in folders, pages, descriptions and settings, and knows what each is for", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    "site.yaml": "title: x",
    "essays/a.md": "A",
    "essays/b.TXT": "B",
    "essays/deep/er/index.md": "C",
    "pages/about.md": "D",
    "tags/work.md": "E",
  });
  const { sources, settings, findings } = readContent(folder);
  assert.deepEqual(findings, []);
  assert.equal(Buffer.from(settings!).toString(), "title: x");
  assert.deepEqual(
    sources.map(({ file, role, format, bytes }) => [
      file,
      role,
      format,
      Buffer.from(bytes).toString(),
    ]),
    [
      ["essays/a.md", "essay", "md", "A"],
      ["essays/b.TXT", "essay", "txt", "B"],
      ["essays/deep/er/index.md", "essay", "md", "C"],
      ["pages/about.md", "page", "md", "D"],
      ["tags/work.md", "description", "md", "E"],
    ],
  );
});

test("a missing folder and an empty one are an empty blog", (t) => {
  const folder = temporaryFolder(t);
  const empty = { sources: [], pictures: [], findings: [] };
  assert.deepEqual(readContent(folder), empty);
  assert.deepEqual(readContent(join(folder, "missing")), empty);
  mkdirSync(join(folder, "essays/empty"), { recursive: true });
  assert.deepEqual(readContent(folder), empty);
});

test("ignores what editors and desktops leave behind, and everything hidden", (t) => {
  const folder = temporaryFolder(t);
  const litter = [
    "essays/.DS_Store",
    "essays/.a.md.swp",
    "essays/.hidden/b.md",
    "essays/Thumbs.db",
    "essays/thumbs.db",
    "essays/desktop.ini",
    "essays/a.md~",
    "essays/a.md.bak",
    "essays/a.md.orig",
    "essays/a.md.swp",
    "essays/a.md.tmp",
    "essays/#a.md#",
    "essays/4913",
    ".git/HEAD",
    ".obsidian/app.json",
  ];
  writeFiles(folder, Object.fromEntries([...litter, "essays/a.md"].map((path) => [path, "x"])));
  const { sources, findings } = readContent(folder);
  assert.deepEqual(
    sources.map(({ file }) => file),
    ["essays/a.md"],
  );
  assert.deepEqual(findings, []);
});

test("names every file that it has no use for", (t) => {
  const folder = temporaryFolder(t);
  const unexpected = [
    "README.md",
    "essay.md",
    "notes/a.md",
    "Essays/a.md",
    "essays/a.docx",
    "essays/a.md.html",
    "essays/a.svg",
    "essays/md",
    "essays/script.11tydata.js",
    "essays/_data.json",
    "pages/a.txt",
    "pages/deep/a.md",
    "site.yml",
    "tags/a.txt",
    "tags/deep/a.md",
    "tags/picture.png",
  ];
  writeFiles(folder, Object.fromEntries(unexpected.map((path) => [path, "x"])));
  const { findings, sources } = readContent(folder);
  assert.deepEqual(sources, []);
  assert.deepEqual(findings.map(({ file }) => file).toSorted(), unexpected.toSorted());
  for (const { code, severity, span } of findings) {
    assert.deepEqual([code, severity, span], ["unexpected-file", "error", { start: 0, end: 0 }]);
  }
});

test("never follows a symlink, to a file or a folder, inside or outside", (t) => {
  const home = temporaryFolder(t);
  const folder = join(home, "content");
  writeFiles(home, { "secret.md": "secret", "outside/b.md": "secret", "content/essays/a.md": "A" });
  symlinkSync(join(home, "secret.md"), join(folder, "essays/leak.md"));
  symlinkSync(join(home, "outside"), join(folder, "essays/outside"));
  symlinkSync("a.md", join(folder, "essays/alias.md"));
  symlinkSync("nowhere.md", join(folder, "essays/dangling.md"));
  symlinkSync("..", join(folder, "essays/loop"));
  symlinkSync(join(home, "secret.md"), join(folder, "site.yaml"));
  assert.deepEqual(filesOf(folder), ["essays/a.md"]);
  const { findings, settings } = readContent(folder);
  assert.equal(settings, undefined);
  assert.deepEqual(
    findings.map(({ file }) => file),
    ["alias.md", "dangling.md", "leak.md", "loop", "outside"]
      .map((name) => `essays/${name}`)
      .concat("site.yaml"),
  );
  for (const { message } of findings) assert.match(message, /symbolic link/);
});

test("names pipes and sockets, and does not wait for them", async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "essays"));
  execFileSync("mkfifo", [join(folder, "essays/pipe.md")]);
  const server = createServer();
  t.after(() => server.close());
  await new Promise<void>((resolve) => server.listen(join(folder, "essays/socket.md"), resolve));
  assert.deepEqual(Object.keys(findingsOf(folder)), ["essays/pipe.md", "essays/socket.md"]);
  for (const message of Object.values(findingsOf(folder)))
    assert.match(message, /neither a file nor a folder/);
  assert.deepEqual(filesOf(folder), []);
});

test("a folder that is called like an essay is a folder", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "essays/a.md/b.md": "B", "site.yaml/c.md": "C" });
  assert.deepEqual(filesOf(folder), ["essays/a.md/b.md"]);
  assert.deepEqual(Object.keys(findingsOf(folder)), ["site.yaml/c.md"]);
});

test("knows files by composed names, whatever the file system has", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { ["essays/cafe\u0301/e\u0301te\u0301.md"]: "A" });
  assert.deepEqual(filesOf(folder), ["essays/caf\u00e9/\u00e9t\u00e9.md"]);
});

test("names a file whose name differs from another's only in how its accents are composed", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    ["essays/cafe\u0301.md"]: "decomposed",
    ["essays/caf\u00e9.md"]: "composed",
    ["pages/e\u0301/a.png"]: dot,
    ["pages/\u00e9/a.png"]: dot,
  });
  const { sources, pictures, findings } = readContent(folder);
  assert.deepEqual(
    sources.map(({ bytes }) => Buffer.from(bytes).toString()),
    ["composed"],
  );
  assert.equal(pictures.length, 1);
  assert.deepEqual(
    findings.map(({ file }) => file),
    ["essays/caf\u00e9.md", "pages/\u00e9/a.png"],
  );
  for (const { message } of findings) assert.match(message, /accents/);
});

test("lists files in the order of their names by code unit, whatever the order of the folder", (t) => {
  const folder = temporaryFolder(t);
  const names = ["b.md", "a.md", "B.md", "ä.md", "a-1.md", "a/z.md", "a1.md", "😀.md", "\uffee.md"];
  writeFiles(folder, Object.fromEntries(names.map((name) => [`essays/${name}`, name])));
  const sorted = names.map((name) => `essays/${name}`).toSorted((a, b) => (a < b ? -1 : 1));
  assert.deepEqual(filesOf(folder), sorted);
});

test("a hash is of the bytes and the format alone", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    "essays/a.md": "same",
    "essays/b.md": "same",
    "essays/c.txt": "same",
    "essays/d.md": "other",
    "essays/e.md": "same\r\n",
  });
  const [a, b, c, d, e] = readContent(folder).sources.map(({ hash }) => hash);
  assert.equal(a, b);
  assert.equal(new Set([a, c, d, e]).size, 4);
});

test("reads one byte more than an essay may have, and no more", (t) => {
  const folder = temporaryFolder(t);
  const limit = 1024 * 1024;
  writeFiles(folder, {
    "essays/a.md": Buffer.alloc(limit, "a"),
    "essays/b.md": Buffer.alloc(limit + 1, "b"),
    "essays/c.md": Buffer.alloc(3 * limit, "c"),
  });
  const lengths = readContent(folder).sources.map(({ bytes }) => bytes.length);
  assert.deepEqual(lengths, [limit, limit + 1, limit + 1]);
});

test("bytes of one essay are not overwritten by those of the next", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "essays/a.md": "first essay", "essays/b.md": "second" });
  const [a, b] = readContent(folder).sources;
  assert.equal(Buffer.from(a!.bytes).toString(), "first essay");
  assert.equal(Buffer.from(b!.bytes).toString(), "second");
});

test("takes pictures beside essays and pages, by their content", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "essays/a.png": dot, "essays/deep/b.JPG": dot, "pages/c.webp": dot });
  const { pictures, findings } = readContent(folder);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    pictures.map(({ file }) => file),
    ["essays/a.png", "essays/deep/b.JPG", "pages/c.webp"],
  );
  assert.equal(new Set(pictures.map(({ hash }) => hash)).size, 1);
});

test("a picture that is text, or empty, is named", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    "essays/a.png": "<svg onload='alert(1)'/>",
    "essays/b.jpg": "",
    "essays/c.gif": "GIF88a",
    "essays/d.webp": "RIFF....WAVE",
    "essays/e.avif": "....ftypmp42",
  });
  const findings = findingsOf(folder);
  assert.equal(Object.keys(findings).length, 5);
  for (const message of Object.values(findings)) assert.match(message, /named like a picture/);
});

test("a walk passes over what is ignored with all that is in it", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { "a/.git/x": "x", "a/b": "b", "c~": "c" });
  const isIgnored = (name: string): boolean => isHidden(name) || isLitter(name);
  assert.deepEqual(
    filesBelow(folder, isIgnored).map(({ file }) => file),
    ["a/b"],
  );
  assert.equal(filesBelow(folder, () => false).length, 3);
});

test("the head of a file is what was asked for, and nothing where it is gone", (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { file: "0123456789" });
  assert.equal(readHead(join(folder, "file"), 4)?.toString(), "0123");
  assert.equal(readHead(join(folder, "file"), 400)?.toString(), "0123456789");
  assert.equal(readHead(join(folder, "missing"), 4), undefined);
  assert.equal(readHead(join(folder, "file/below"), 4), undefined);
});

test("a file is replaced in one step, and a draft never stays behind", (t) => {
  const folder = temporaryFolder(t);
  writeWhole(join(folder, "new/file"), "one");
  writeWhole(join(folder, "new/file"), "two");
  assert.deepEqual(
    [...treeOf(folder)],
    [
      ["new/", ""],
      ["new/file", "two"],
    ],
  );
  mkdirSync(join(folder, "taken"));
  writeFiles(folder, { "taken/by": "a folder" });
  assert.throws(() => writeWhole(join(folder, "taken"), "three"));
  assert.deepEqual([...treeOf(folder).keys()], ["new/", "new/file", "taken/", "taken/by"]);
});
