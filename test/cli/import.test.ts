import assert from "node:assert/strict";
import { readFileSync, statSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { attempt, galley, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { contentFolder } from "../support/writing.ts";
import { pasted } from "../essays/pasted/fixtures.ts";

const asOf = "--as-of=2026-06-30";
const REAL = readFileSync(join(ROOT, "content/essays/2026-02-24-who-is-on-call.txt"), "utf8");

interface Given {
  readonly input?: string | Uint8Array;
  readonly args: readonly string[];
}

const importing = (content: string, { input = "", args }: Given): Promise<Ended> =>
  galley("import", `--input=${content}`, asOf, ...args, { cwd: content, input });

const fileIn = (content: string, name: string): string =>
  readFileSync(join(content, "essays", name), "utf8");
const namesIn = (content: string): readonly string[] =>
  [...treeOf(content).keys()].filter((name) => name.startsWith("essays/") && name !== "essays/");

test("the real essay comes from standard input as it is, with what it repeats", async (t) => {
  const content = contentFolder(t);
  const args = ["-", "--date=2026-02-24", "--title=Who is on call"];
  const { status, stdout, stderr } = await importing(content, { input: REAL, args });
  assert.deepEqual([status, stderr], [0, ""]);
  assert.deepEqual(namesIn(content), ["essays/2026-02-24-who-is-on-call.txt"]);
  assert.equal(fileIn(content, "2026-02-24-who-is-on-call.txt"), REAL);
  const [path, ...lines] = stdout.split("\n");
  assert.equal(path, "essays/2026-02-24-who-is-on-call.txt");
  assert.deepEqual(lines.slice(0, 6), [
    "  title    Who is on call (--title)",
    "  date     2026-02-24 (--date)",
    "  tags     #opg $OPG @OpenGradient",
    "  words    470",
    "  address  /essays/who-is-on-call/",
    "",
  ]);
  assert.match(
    stdout,
    /call\.txt:8:1 warning\[duplicate-passage\] 235 words said before, at line 2\n/,
  );
  assert.match(stdout, /call\.txt:2:1 said first here\n/);
});

test("what was inferred is what a build infers", async (t) => {
  const content = contentFolder(t);
  const { stdout } = await importing(content, { input: REAL, args: ["-"] });
  assert.match(stdout, /^ {2}title {4}I've started to feel .*… \(its first sentence\)$/m);
  assert.match(stdout, /^ {2}date {5}2026-06-30 \(today, in Pacific\/Auckland\)$/m);
  const output = outputFolder(t);
  await attempt(content, { output, asOf: "2026-06-30" });
  const slug = "ive-started-to-feel-a-kind-of-reflexive-skepticism-toward-anything";
  assert.deepEqual(namesIn(content), [`essays/2026-06-30-${slug}.txt`]);
  const page = readFileSync(join(output, "essays", slug, "index.html"), "utf8");
  assert.match(
    page,
    /<title>I&#39;ve started to feel a kind of reflexive skepticism toward anything…/,
  );
});

test("what other essays said already is told, drafts among them", async (t) => {
  const content = contentFolder(t, {
    "essays/2026-01-01-before.txt": `---\ndraft: true\n---\n${REAL}`,
  });
  const { stdout } = await importing(content, { input: REAL, args: ["-", "--date=2026-03-01"] });
  assert.match(stdout, /2026-03-01-\S+:2:1 warning\[duplicate-passage\] \d+ words said before/);
  assert.match(stdout, /2026-01-01-before\.txt:5:1 said first here/);
});

test("findings that are of other essays alone are left to check", async (t) => {
  const content = contentFolder(t, { "essays/2026-01-01-before.txt": REAL });
  const { stdout } = await importing(content, { input: "Nothing of it.\n", args: ["-"] });
  assert.doesNotMatch(stdout, /warning|error/);
});

const names: Readonly<
  Record<
    string,
    readonly [file: string, text: string, args: readonly string[], wanted: string, title: string]
  >
> = {
  "a date and words in the file's name": [
    "2026-02-24-on-call.txt",
    "Words. More.",
    [],
    "2026-02-24-on-call.txt",
    "On call (the file's name)",
  ],
  "a date at the end of the name": [
    "On call 2026-02-24.text",
    "Words. More.",
    [],
    "2026-02-24-on-call.txt",
    "On call (the file's name)",
  ],
  "a name of one word": [
    "harbour.txt",
    "It's words. More.",
    [],
    "2026-06-30-harbour.txt",
    "It's words. (its first sentence)",
  ],
  "a name without words": [
    "2026-02-24.txt",
    "It's words. More.",
    [],
    "2026-02-24-its-words.txt",
    "It's words. (its first sentence)",
  ],
  "front matter": [
    "x.txt",
    "---\ntitle: A & B\ndate: 2025-01-02\nslug: ab\n---\nWords.",
    [],
    "2025-01-02-ab.txt",
    "A & B (its front matter)",
  ],
  "a heading": [
    "2026-02-24.md",
    "# Two words\n\nBody.",
    [],
    "2026-02-24-two-words.md",
    "Two words (its heading)",
  ],
  "--date over all others": [
    "2026-02-24-on-call.txt",
    "---\ndate: 2025-01-02\n---\nWords.",
    ["--date=2024-03-04"],
    "2024-03-04-on-call.txt",
    "On call (the file's name)",
  ],
  "--title over all others": [
    "2026-02-24-on-call.txt",
    "---\ntitle: Old\n---\nWords.",
    ["--title=New: it"],
    "2026-02-24-new-it.txt",
    "New: it (--title)",
  ],
  "no words at all": [
    "-",
    "😀🚢",
    [],
    "2026-06-30-u1f600-u1f6a2.txt",
    "U1f600 u1f6a2 (the file's name)",
  ],
};
for (const [what, [name, text, args, wanted, title]] of Object.entries(names)) {
  test(`name, date and title come from ${what}`, async (t) => {
    const content = contentFolder(t);
    const folder = temporaryFolder(t);
    const file = name === "-" ? name : join(folder, name);
    if (name !== "-") writeFiles(folder, { [name]: text });
    const { stdout, stderr } = await importing(content, { input: text, args: [file, ...args] });
    assert.equal(stderr, "");
    assert.deepEqual(namesIn(content), [`essays/${wanted}`]);
    assert.ok(stdout.includes(`\n  title    ${title}\n`), stdout);
    const { report } = await attempt(content, { output: outputFolder(t), asOf: "2026-06-30" });
    assert.deepEqual(report.diagnostics, []);
  });
}

test("line ends and a BOM are read as any editor would, and written as LF and UTF-8", async (t) => {
  const content = contentFolder(t);
  const input = `\ufeff#tag\r\nOne é.\rTwo.\r\n`;
  await importing(content, { input, args: ["-", "--title=Line ends"] });
  assert.equal(fileIn(content, "2026-06-30-line-ends.txt"), "#tag\nOne é.\nTwo.\n");
});

test("--md makes Markdown that needs no word changed, and --unwrap joins its lines first", async (t) => {
  const content = contentFolder(t);
  const args = ["-", "--md", "--unwrap", "--title=On quiet"];
  const { stdout, stderr } = await importing(content, { input: pasted("wrapped"), args });
  assert.equal(stderr, "");
  assert.match(stdout, /^ {2}lines {4}10 lines joined to the one above$/m);
  const lines = fileIn(content, "2026-06-30-on-quiet.md").split("\n");
  assert.equal(lines[0], "#letters");
  assert.match(lines[2]!, /^When I moved .* well-known story can wait until morning\.$/);
  assert.match(lines[6]!, /^\\- they close gates slowly, .* were asleep$/);
});

test("Markdown stays what it is", async (t) => {
  const content = contentFolder(t);
  const folder = temporaryFolder(t);
  const text = "# A *title*\n\n- one\n- two\n";
  writeFiles(folder, { "notes.MD": text });
  await importing(content, { args: [join(folder, "notes.MD"), "--md", "--unwrap"] });
  assert.equal(fileIn(content, "2026-06-30-notes.md"), text);
});

const broken: Readonly<Record<string, readonly [bytes: string | Uint8Array, said: RegExp]>> = {
  "not UTF-8": [
    Buffer.from("fine\nna\xefve", "latin1"),
    /:2:3 error\[invalid-text\] byte 0xEF at byte offset 7 is not UTF-8/,
  ],
  "UTF-16": [Buffer.from("\ufeffwords", "utf16le"), /:1:1 error\[invalid-text\] .*UTF-16/],
  "a NUL": ["one\r\ntwo\u0000", /:2:4 error\[invalid-text\] a NUL character/],
  nothing: [" \n", /:1:1 error\[invalid-text\] the file has no text/],
  "too much": ["word ".repeat(250_000), /:1:1 error\[invalid-text\] .*1 MiB/],
  "front matter that is none": [
    "---\ntitle: [x\n---\nWords",
    /:\d+:\d+ error\[invalid-front-matter\]/,
  ],
  "a day that is none": [
    "---\ndate: 2026-02-30\n---\nWords",
    /:2:7 error\[invalid-date\] `2026-02-30`.*28 days/,
  ],
};
for (const [what, [bytes, said]] of Object.entries(broken)) {
  test(`${what} is an error with its place, and nothing is written`, async (t) => {
    const content = contentFolder(t);
    const folder = temporaryFolder(t);
    const file = join(folder, "paste.txt");
    writeFiles(folder, { "paste.txt": bytes });
    const before = treeOf(content);
    const byFile = await importing(content, { args: [file] });
    const byInput = await importing(content, { input: bytes, args: ["-"] });
    for (const { status, stdout, stderr } of [byFile, byInput]) {
      assert.deepEqual([status, stdout], [1, ""]);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /^\s+at /m);
    }
    assert.ok(byFile.stderr.startsWith(`${file}:`));
    assert.ok(byInput.stderr.startsWith("stdin:"));
    assert.deepEqual(differences(before, treeOf(content)), []);
  });
}

test("of several files each is imported or its error told", async (t) => {
  const content = contentFolder(t, { "essays/2020-01-01-taken.md": "Words.\n" });
  const folder = temporaryFolder(t);
  writeFiles(folder, {
    "2026-01-01-fine-words.txt": "Fine.",
    "bad.txt": Buffer.from([0x61, 0xff]),
    "taken.txt": "Other words.",
    "again/2026-01-02-fine-words.txt": "Fine again.",
    "2026-02-30-no-day.txt": "Words.",
  });
  const files = [...treeOf(folder).keys(), "missing.txt", "again", "x".repeat(300)].map((name) =>
    join(folder, name),
  );
  const { status, stdout, stderr } = await importing(content, { args: files });
  assert.equal(status, 1);
  assert.deepEqual(namesIn(content), [
    "essays/2020-01-01-taken.md",
    "essays/2026-01-01-fine-words.txt",
  ]);
  assert.match(stdout, /^essays\/2026-01-01-fine-words\.txt\n/);
  assert.match(stderr, /bad\.txt:1:2 error\[invalid-text\]/);
  assert.match(stderr, /taken\.txt: .*taken by essays\/2020-01-01-taken\.md/);
  assert.match(
    stderr,
    /again\/2026-01-02-fine-words\.txt: .*taken by .*2026-01-01-fine-words\.txt/,
  );
  assert.match(
    stderr,
    /no-day\.txt:1:1 error\[invalid-date\] `2026-02-30`, from the file's name, is no day/,
  );
  assert.match(stderr, /missing\.txt: there is no such file/);
  assert.match(stderr, /xxx: there is no such file/);
  assert.match(stderr, /again: this is no file/);
});

test("--dry-run says the same, and writes nothing", async (t) => {
  const content = contentFolder(t);
  const before = treeOf(content);
  const { status, stdout } = await importing(content, { input: REAL, args: ["-", "--dry-run"] });
  assert.equal(status, 0);
  assert.match(stdout, /Nothing was written[^]*warning\[duplicate-passage\]/);
  assert.deepEqual(differences(before, treeOf(content)), []);
});

const WRAPPED = "2026-01-01-letters.txt";

test("the command that the warning offers unwraps an essay where it lies", async (t) => {
  const content = contentFolder(t, {
    [`essays/${WRAPPED}`]: `\ufeff${pasted("wrapped").replaceAll("\n", "\r\n")}`,
  });
  chmodSync(join(content, "essays", WRAPPED), 0o640);
  const check = await galley(
    "check",
    `--input=${content}`,
    `--output=${outputFolder(t)}`,
    "--format=json",
    asOf,
  );
  const [finding] = JSON.parse(check.stdout).diagnostics;
  assert.equal(finding.code, "hard-wrapped");
  const offered = /`npm run import -- (.*?)`/.exec(finding.help)![1]!;
  assert.equal(offered, `--unwrap essays/${WRAPPED}`);

  const { status, stdout, stderr } = await importing(content, { args: offered.split(" ") });
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /10 lines joined/);
  assert.doesNotMatch(stdout, /hard-wrapped/);
  assert.deepEqual(namesIn(content), [`essays/${WRAPPED}`]);
  const text = fileIn(content, WRAPPED);
  const bare = (words: string): string => words.replace(/\s+/gu, "");
  assert.equal(bare(text), bare(pasted("wrapped")));
  assert.equal(statSync(join(content, "essays", WRAPPED)).mode & 0o777, 0o640);

  const again = await importing(content, { args: [join(content, "essays", WRAPPED), "--unwrap"] });
  assert.match(again.stdout, /as they were/);
  assert.equal(fileIn(content, WRAPPED), text);
});

test("nothing else is done to what lies in the content folder already", async (t) => {
  const content = contentFolder(t, {
    [`essays/${WRAPPED}`]: pasted("wrapped"),
    "essays/a.md": "a\nb\n",
  });
  const before = treeOf(content);
  const file = `essays/${WRAPPED}`;
  const dry = await importing(content, { args: [file, "--unwrap", "--dry-run"] });
  assert.equal(dry.status, 0);
  for (const args of [
    [file],
    [file, "--unwrap", "--md"],
    [file, "--unwrap", "--title=X"],
    ["essays/a.md", "--unwrap"],
    ["site.yaml"],
  ]) {
    const { status, stderr } = await importing(content, { args });
    assert.equal(status, 1, stderr);
    assert.match(stderr, /content folder already|only a \.txt/);
  }
  assert.deepEqual(differences(before, treeOf(content)), []);
});

test("a name that a shell would take apart is offered in quotes", async (t) => {
  const content = contentFolder(t, { "essays/it's $HOME.txt": pasted("wrapped") });
  const { stdout } = await galley(
    "check",
    `--input=${content}`,
    `--output=${outputFolder(t)}`,
    asOf,
  );
  assert.match(stdout.replace(/\s+/g, " "), /--unwrap 'essays\/it'\\''s \$HOME\.txt'`/);
});

test("Markdown that would be larger than a text may be is not written", async (t) => {
  const content = temporaryFolder(t);
  const input = `Some words stand here.\n${"*".repeat(700_000)}`;
  const { status, stderr } = await importing(content, { input, args: ["-", "--md"] });
  assert.equal(status, 1);
  assert.match(stderr, /more than 1 MiB/);
  assert.deepEqual([...treeOf(content)], []);
});
