import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { attempt, buildSite, ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import {
  acceptedCases,
  casesOf,
  contentOf,
  errorLines,
  GUARANTEES,
  hasSettings,
  pagesAloneOf,
} from "../support/hostile.ts";
import { projectCopy } from "../support/project.ts";

const asOf = "2026-06-30";
const SECRET = "The secret that lies outside.";

/** A folder with a secret in it, and a content folder some steps below. */
interface Place {
  readonly around: string;
  readonly content: string;
}

for (const hostile of GUARANTEES.flatMap(casesOf)) {
  test(`"${hostile.name}" leaves everything but the output alone`, async (t) => {
    const { around, content } = placeFor(t);
    pagesAloneOf(hostile, content);
    const before = treeOf(around);
    const output = outputFolder(t);
    await attempt(content, { output, asOf });
    assert.deepEqual(differences(before, treeOf(around)), []);
    assert.ok(!existsSync("/tmp/galley-climbed"));
    if (existsSync(output)) assert.deepEqual(publishing(SECRET, output), []);
  });
}

test("a whole site, with a search index and share pictures, leaves everything but the output alone", async (t) => {
  const { around, content } = placeFor(t);
  contentOf(
    acceptedCases().filter((hostile) => !hasSettings(hostile)),
    content,
  );
  const before = treeOf(around);
  const output = outputFolder(t);
  await buildSite(content, { output, asOf });
  assert.deepEqual(differences(before, treeOf(around)), []);
  assert.deepEqual(publishing(SECRET, output), []);
});

test("file names that mean something to a system or a page stay names", async (t) => {
  const { around, content } = placeFor(t);
  const names = [
    "..\\..\\climbed",
    "<script>",
    '"quoted"&\'',
    "c:d",
    "what?",
    "e*f",
    "g|h",
    "$(x)",
  ];
  writeFiles(content, Object.fromEntries(names.map((name) => [`essays/${name}.md`, `${name}\n`])));
  const before = treeOf(around);
  const output = outputFolder(t);
  await buildSite(content, { output, asOf });
  assert.deepEqual(differences(before, treeOf(around)), []);
  for (const path of treeOf(output).keys()) assert.match(path, /^[\w./-]+$/);
});

const links: Readonly<Record<string, (place: Place) => string>> = {
  "a text": ({ around, content }) => linked(join(around, "secret.md"), content, "essays/link.md"),
  "the settings": ({ around, content }) => linked(join(around, "site.yaml"), content, "site.yaml"),
  "a picture": ({ around, content }) => linked(join(around, "secret.png"), content, "essays/x.png"),
  "a folder": ({ around, content }) => linked(around, content, "essays/folder"),
  "the folder of the pages": ({ around, content }) => linked(around, content, "pages"),
  "the folder above": ({ content }) => linked("..", content, "essays/up"),
  itself: ({ content }) => linked("link.md", content, "essays/link.md"),
  nothing: ({ content }) => linked("missing.md", content, "essays/link.md"),
  "a file of the system": ({ content }) => linked("/etc/passwd", content, "essays/passwd.txt"),
  "another essay": ({ content }) => linked("own.md", content, "essays/link.md"),
};

for (const [what, link] of Object.entries(links)) {
  test(`a symbolic link to ${what} is refused, not read`, async (t) => {
    const place = placeFor(t);
    const output = outputFolder(t);
    const file = link(place);
    const { report } = await attempt(place.content, { output, asOf });
    assert.deepEqual(errorLines(report), [`${file}:1:1 error[unexpected-file]`]);
    assert.ok(!JSON.stringify(report).includes(SECRET));
    assert.ok(!existsSync(output));
  });
}

test("what is neither file nor folder is refused, and nobody waits for it", async (t) => {
  const { content } = placeFor(t);
  execFileSync("mkfifo", [join(content, "essays/pipe.md")]);
  const { report } = await attempt(content, { output: outputFolder(t), asOf });
  assert.deepEqual(errorLines(report), ["essays/pipe.md:1:1 error[unexpected-file]"]);
});

test("a symbolic link in public/ is refused", async (t) => {
  const { around, content } = placeFor(t);
  const project = projectCopy(join(temporaryFolder(t), "project"));
  rmSync(join(project, "content"), { recursive: true });
  cpSync(content, join(project, "content"), { recursive: true });
  symlinkSync(join(around, "secret.md"), join(project, "public/secret.md"));
  const place = { cwd: project, env: process.env };
  const { status, stderr } = await ended(process.execPath, ["bin/galley.js", "build"], place);
  assert.equal(status, 1);
  assert.match(stderr, /^public\/secret\.md:1:1 error\[unexpected-file\]/m);
  assert.ok(!existsSync(join(project, "_site")));
});

test("a symbolic link that was put into the output leads no page elsewhere", async (t) => {
  const { around, content } = placeFor(t);
  const output = outputFolder(t);
  await buildSite(content, { output, asOf });
  rmSync(join(output, "essays"), { recursive: true });
  symlinkSync(around, join(output, "essays"));
  appendFileSync(join(content, "essays/own.md"), "\nChanged.\n");
  const before = treeOf(around);
  await assert.rejects(buildSite(content, { output, asOf }), /was not written by Galley/);
  assert.deepEqual(differences(before, treeOf(around)), []);
});

test("a deletion does not reach through a symbolic link that was put into the output", async (t) => {
  const { around, content } = placeFor(t);
  writeFiles(content, { "essays/2026-01-03-to-delete.md": "To delete.\n" });
  const output = outputFolder(t);
  await buildSite(content, { output, asOf });
  writeFiles(around, { "to-delete/index.html": SECRET });
  rmSync(join(output, "essays/to-delete"), { recursive: true });
  symlinkSync(join(around, "to-delete"), join(output, "essays/to-delete"));
  rmSync(join(content, "essays/2026-01-03-to-delete.md"));
  await buildSite(content, { output, asOf }).catch(() => {});
  assert.equal(readFileSync(join(around, "to-delete/index.html"), "utf8"), SECRET);
});

function placeFor(t: Scope): Place {
  const around = temporaryFolder(t);
  const content = join(around, "a/b/content");
  writeFiles(around, {
    "secret.md": `${SECRET}\n`,
    "secret.png": SECRET,
    "site.yaml": `title: ${SECRET}\n`,
    "a/secret.png": SECRET,
  });
  mkdirSync(content, { recursive: true });
  writeFiles(content, { "essays/own.md": "---\ndate: 2026-01-03\n---\n\nAn essay of our own.\n" });
  return { around, content };
}

function linked(target: string, content: string, file: string): string {
  symlinkSync(target, join(content, file));
  return file;
}

/** The files of a site that hold a text. */
const publishing = (text: string, output: string): readonly string[] =>
  [...treeOf(output)].filter(([, bytes]) => bytes.includes(text)).map(([path]) => path);
