import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeFixed } from "../../src/build/write-fixed.ts";
import { sourceOf } from "../../src/io/content.ts";
import { ROOT } from "../../src/io/root.ts";
import { galley, type Ended } from "../support/build.ts";
import { differences, treeOf } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import type { Scope } from "../support/folders.ts";
import { contentFolder } from "../support/writing.ts";

const ESSAY = "essays/2026-02-24-who-is-on-call.txt";
const REAL = readFileSync(join(ROOT, "content", ESSAY), "utf8");
/** The header and the six paragraphs, once. */
const ONCE = REAL.split("\n").slice(0, 7).join("\n");

const NETS =
  "The harbour was quiet when we came back, and nobody on the pier asked where we had been. It took us three days to mend the nets, and two more to find the boat a name.";
const TWICE = `${NETS}\n\nMiddle.\n\n${NETS}\n`;

const OTHER = TWICE.replaceAll(/was|the|and/g, "some");

const check = (t: Scope, content: string, ...args: readonly string[]): Promise<Ended> =>
  galley(
    "check",
    `--input=${content}`,
    `--output=${outputFolder(t)}`,
    "--as-of=2026-06-30",
    ...args,
    {
      cwd: content,
    },
  );

const textIn = (content: string, file: string): string => readFileSync(join(content, file), "utf8");

interface Json {
  readonly summary: { readonly words: number };
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file: string;
    readonly help: string;
  }[];
}
const json = ({ stdout }: Ended): Json => JSON.parse(stdout) as Json;
const copiesIn = (ended: Ended): readonly string[] =>
  json(ended)
    .diagnostics.filter(({ code }) => code === "duplicate-passage")
    .map(({ file }) => file);

test("--fix leaves of the real essay its header and its six paragraphs, once", async (t) => {
  const content = contentFolder(t, { [ESSAY]: REAL });
  const { status, stdout, stderr } = await check(t, content, "--fix");
  assert.equal(status, 0, stderr);
  assert.equal(textIn(content, ESSAY), ONCE);
  assert.ok(stdout.startsWith(`--- ${ESSAY}\n+++ ${ESSAY}\n@@ -4,10 +4,4 @@\n`), stdout);
  assert.match(stdout, /^-I've started to feel a kind of reflexive skepticism/m);
  assert.doesNotMatch(stdout, /duplicate-passage/);
  assert.equal(
    stderr,
    "Deleted 1 copy in 1 essay.\n1 essay, 235 words: 0 errors, 1 warning, 0 notes\n",
  );
});

test("--fix has nothing to do a second time", async (t) => {
  const content = contentFolder(t, { [ESSAY]: REAL });
  await check(t, content, "--fix");
  const before = treeOf(content);
  const { status, stdout, stderr } = await check(t, content, "--fix");
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /^[-+@]/m);
  assert.match(stderr, /^Nothing to fix: /);
  assert.deepEqual(differences(before, treeOf(content)), []);
});

for (const args of [["--fix", "--dry-run"], ["--dry-run"]]) {
  test(`${args.join(" ")} shows what would go, and writes nothing`, async (t) => {
    const content = contentFolder(t, { [ESSAY]: REAL });
    const before = treeOf(content);
    const { status, stdout, stderr } = await check(t, content, ...args);
    assert.equal(status, 0);
    assert.deepEqual(differences(before, treeOf(content)), []);
    assert.match(stdout, /^--- [^]*^@@ -4,10 \+4,4 @@$[^]*txt:8:1 warning\[duplicate-passage\]/m);
    assert.match(stderr, /^Would delete 1 copy in 1 essay\. Nothing was written: --dry-run\.$/m);
  });
}

test("the finding offers --fix where it is sure, and only there", async (t) => {
  const content = contentFolder(t, {
    "essays/2026-01-01-sure.md": TWICE,
    "essays/2026-01-02-not-sure.md": OTHER.replace(/\.\n$/, "?\n"),
  });
  const { diagnostics } = json(await check(t, content, "--format=json"));
  const helps = diagnostics.filter(({ code }) => code === "duplicate-passage");
  const offers = helps.map(({ file, help }) => [file, help.includes("`npm run check -- --fix`")]);
  assert.deepEqual(offers, [
    ["essays/2026-01-01-sure.md", true],
    ["essays/2026-01-02-not-sure.md", false],
  ]);
});

test("with --format=json standard output is JSON, of what was fixed; the diff goes to standard error", async (t) => {
  const content = contentFolder(t, { [ESSAY]: REAL });
  const ended = await check(t, content, "--fix", "--format=json");
  assert.deepEqual(copiesIn(ended), []);
  assert.equal(json(ended).summary.words, 235);
  assert.match(ended.stderr, /^--- essays[^]*^@@/m);
});

test("--quiet shows the diff and the report alone", async (t) => {
  const content = contentFolder(t, { [ESSAY]: REAL });
  const { stdout, stderr } = await check(t, content, "--fix", "--quiet");
  assert.match(stdout, /^--- [^]*warning\[missing-space\]/);
  assert.equal(stderr, "");
});

test("files limit what is fixed", async (t) => {
  const content = contentFolder(t, {
    "essays/2026-01-01-a.md": TWICE,
    "essays/2026-01-02-b.md": OTHER,
  });
  const before = textIn(content, "essays/2026-01-02-b.md");
  await check(t, content, "--fix", "essays/2026-01-01-a.md");
  assert.equal(textIn(content, "essays/2026-01-01-a.md"), `${NETS}\n\nMiddle.\n`);
  assert.equal(textIn(content, "essays/2026-01-02-b.md"), before);
});

test("copies across essays, allowed copies and quotations stay, and so does all but copies", async (t) => {
  const content = contentFolder(t, {
    "essays/2026-01-01-first.md": `${NETS}\n`,
    "essays/2026-01-02-second.md": `${NETS}\n`,
    "essays/2026-01-03-comment.md": `${NETS}\n\n<!-- duplicate: a refrain -->\n\n${NETS}\n`,
    "essays/2026-01-04-front-matter.md": `---\nduplicates: allow\n---\n${TWICE}`,
    "essays/2026-01-05-quoted.md": `${NETS.replaceAll("the", "our")}\n\n> ${NETS.replaceAll("the", "our")}\n`,
    "pages/about.md": TWICE,
  });
  const before = treeOf(content);
  await check(t, content, "--fix");
  assert.deepEqual(differences(before, treeOf(content)), []);
});

test("an allowed copy stays where another one goes", async (t) => {
  const text = `${NETS}\n\n<!-- duplicate: a refrain -->\n\n${NETS}\n\nMiddle.\n\n${NETS}\n`;
  const content = contentFolder(t, { "essays/2026-01-01-a.md": text });
  await check(t, content, "--fix");
  assert.equal(textIn(content, "essays/2026-01-01-a.md"), text.replace(/\n\n[^\n]*\n$/, "\n"));
});

test("what goes is shown in the order of the report, file by file", async (t) => {
  const essays = [TWICE, OTHER, TWICE.replaceAll(/in|a|o/g, "e")];
  const content = contentFolder(
    t,
    Object.fromEntries(essays.map((text, i) => [`essays/2026-01-0${i + 1}-a.md`, text])),
  );
  const { stdout } = await check(t, content, "--fix", "--dry-run");
  assert.deepEqual(stdout.match(/^--- .*$/gm), [
    "--- essays/2026-01-01-a.md",
    "--- essays/2026-01-02-a.md",
    "--- essays/2026-01-03-a.md",
  ]);
});

test("what is left says why, with its place", async (t) => {
  const text = TWICE.replace(/\.\n$/, "?\n");
  const content = contentFolder(t, { "essays/2026-01-01-a.md": text });
  const { status, stderr } = await check(t, content, "--fix");
  assert.equal(status, 0);
  assert.match(
    stderr,
    /^essays\/2026-01-01-a\.md:5:1 a copy is left, because it is not quite what the first one is: /m,
  );
  assert.equal(textIn(content, "essays/2026-01-01-a.md"), text);
});

test("what only another copy held goes too, in one run", async (t) => {
  const names =
    "Some names are given at once and stay for good. Others have to be earned by a long winter, and by hands that bail.";
  const rest =
    "It goes on for as long as anybody on the pier remembers, and that is longer than the boat will last, if the boat is ever built at all.";
  const text = `${NETS} ${names}\n\nA.\n\n${NETS} ${names} ${rest}\n\nB.\n\n${names} ${rest}\n`;
  const content = contentFolder(t, { "essays/2026-01-01-a.md": text });
  const ended = await check(t, content, "--fix", "--format=json");
  assert.deepEqual(copiesIn(ended), []);
  const left = textIn(content, "essays/2026-01-01-a.md");
  for (const one of [NETS, names, rest, "A.", "B."]) assert.equal(left.split(one).length, 2, one);
});

test("a copy stays that another text links to", async (t) => {
  const part = `## Nets\n\n${NETS}\n`;
  const content = contentFolder(t, {
    "essays/2026-01-01-a.md": `${part}\n${part}`,
    "essays/2026-01-02-b.md": "See [there](2026-01-01-a.md#nets-2).\n",
  });
  const { stderr } = await check(t, content, "--fix");
  assert.equal(textIn(content, "essays/2026-01-01-a.md"), `${part}\n${part}`);
  assert.match(
    stderr,
    /is needed elsewhere: without it essays\/2026-01-02-b\.md would have an error/,
  );
});

test("a byte order mark, line ends and rights stay", async (t) => {
  const file = "essays/2026-01-01-a.md";
  const content = contentFolder(t, {
    [file]: `\ufeff${TWICE}Ende — é.\n`.replaceAll("\n", "\r\n"),
  });
  chmodSync(join(content, file), 0o640);
  await check(t, content, "--fix");
  assert.equal(
    textIn(content, file),
    `\ufeff${NETS}\n\nMiddle.\n\nEnde — é.\n`.replaceAll("\n", "\r\n"),
  );
  assert.equal(statSync(join(content, file)).mode & 0o777, 0o640);
});

test("errors fail as they do without --fix", async (t) => {
  const content = contentFolder(t, { "essays/2026-01-01-a.md": `[x](nowhere.md)\n\n${TWICE}` });
  const { status, stdout } = await check(t, content, "--fix");
  assert.equal(status, 1);
  assert.match(stdout, /error\[broken-link\]/);
  assert.equal(
    textIn(content, "essays/2026-01-01-a.md"),
    `[x](nowhere.md)\n\n${NETS}\n\nMiddle.\n`,
  );
});

test("where copies are errors, a fix takes the errors with it", async (t) => {
  const content = contentFolder(t, { "essays/2026-01-01-a.md": TWICE });
  writeFileSync(
    join(content, "site.yaml"),
    `${textIn(content, "site.yaml")}duplicates: { severity: error }\n`,
  );
  assert.equal((await check(t, content)).status, 1);
  assert.equal((await check(t, content, "--fix")).status, 0);
});

const file = "essays/a.md";

/** An essay that is about to be written, in a folder that was read a moment ago. */
function aboutToBeWritten(t: Scope) {
  const content = contentFolder(t, { [file]: TWICE });
  const source = sourceOf(file, "essay", "md", Buffer.from(TWICE));
  const start = `${NETS}\n\nMiddle.`.length;
  const essay = { source, text: TWICE, cuts: [{ start, end: TWICE.length - 1 }], copies: 1 };
  return { content, essay, path: join(content, file) };
}

test("an essay that was edited meanwhile is left as it is now", (t) => {
  const { content, essay, path } = aboutToBeWritten(t);
  writeFileSync(path, `${TWICE}More.\n`);
  assert.match(writeFixed(essay, content) ?? "", /edited meanwhile/);
  assert.equal(textIn(content, file), `${TWICE}More.\n`);
});

test("no symlink is followed that an essay became meanwhile, nor a folder that did", (t) => {
  const { content, essay, path } = aboutToBeWritten(t);
  const elsewhere = temporaryFolder(t);
  cpSync(path, join(elsewhere, "a.md"));
  renameSync(path, `${path}.bak`);
  symlinkSync(join(elsewhere, "a.md"), path);
  assert.match(writeFixed(essay, content) ?? "", /moved or deleted/);

  renameSync(join(content, "essays"), join(content, "former"));
  symlinkSync(elsewhere, join(content, "essays"));
  assert.match(writeFixed(essay, content) ?? "", /moved or deleted/);
  assert.equal(readFileSync(join(elsewhere, "a.md"), "utf8"), TWICE);
});
