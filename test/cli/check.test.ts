import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../src/io/root.ts";
import { galley, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { faultsOf } from "../support/sarif.ts";

const ESSAY = "essays/2026-02-24-who-is-on-call.txt";
const asOf = "--as-of=2026-06-30";

/** The real essay alone, with the settings that this repository has. */
function realContent(t: Scope): string {
  const content = join(temporaryFolder(t), "content");
  mkdirSync(join(content, "essays"), { recursive: true });
  for (const file of ["site.yaml", ESSAY]) cpSync(join(ROOT, "content", file), join(content, file));
  return content;
}

const mixed = {
  "site.yaml":
    "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a33\ntitle: T\nurl: https://example.org/\nauthor: { name: A }\n",
  "essays/2026-01-01-broken.md": "[nowhere](missing.md)\n",
  "essays/2026-01-02-fine.md": "Nothing to say about it.\n",
  "essays/2026-01-03-warned.md": "---\ntitel: Warned\n---\n\nA key that is none.\n",
  "essays/2026-01-04-draft.md": "---\ndraft: true\n---\n\nNot yet.\n",
};

function mixedContent(t: Scope): string {
  const content = join(temporaryFolder(t), "content");
  writeFiles(content, mixed);
  return content;
}

const check = (t: Scope, content: string, ...args: readonly string[]): Promise<Ended> =>
  galley("check", `--input=${content}`, `--output=${outputFolder(t)}`, asOf, ...args);

test("check --format=json says of the real essay what the contract says", async (t) => {
  const { status, stdout, stderr } = await check(t, realContent(t), "--format=json");
  const { version, summary, diagnostics } = JSON.parse(stdout);
  assert.equal(status, 0, stderr);
  assert.equal(version, 1);
  assert.deepEqual(summary, { essays: 1, words: 470, errors: 0, warnings: 3, notes: 0 });

  const [copy, ...others] = diagnostics.filter(
    ({ code }: { code: string }) => code === "duplicate-passage",
  );
  assert.deepEqual(others, []);
  assert.match(copy.help, /\w/);
  assert.match(copy.data.fingerprint, /^[0-9a-f]{16}$/);
  assert.deepEqual(
    { ...copy, help: "…", data: { ...copy.data, fingerprint: "…" } },
    {
      code: "duplicate-passage",
      severity: "warning",
      message: "235 words said before, at line 2",
      help: "…",
      url: "docs/diagnostics/duplicate-passage.md",
      file: ESSAY,
      range: {
        start: { line: 8, column: 1, offset: 1533 },
        end: { line: 13, column: 257, offset: 3041 },
      },
      related: [
        {
          message: "said first here",
          file: ESSAY,
          range: {
            start: { line: 2, column: 1, offset: 24 },
            end: { line: 7, column: 257, offset: 1532 },
          },
        },
      ],
      data: { words: 235, similarity: 1, kind: "exact", fingerprint: "…" },
    },
  );
});

test("the report goes to standard output, the summary to standard error", async (t) => {
  const { status, stdout, stderr } = await check(t, mixedContent(t));
  assert.equal(status, 1);
  assert.match(stdout, /broken\.md:1:11 error\[broken-link\]/);
  assert.equal(stderr, "3 essays, 11 words: 1 error, 1 warning, 1 note\n");
});

test("warnings and notes are no reason to fail", async (t) => {
  const content = mixedContent(t);
  writeFiles(content, { "essays/2026-01-01-broken.md": "Mended.\n" });
  const { status, stdout } = await check(t, content);
  assert.equal(status, 0);
  assert.match(stdout, /warning\[unknown-key\][^]*note\[draft\]/);
});

test("--quiet leaves the report alone, and nothing besides", async (t) => {
  const { status, stdout, stderr } = await check(t, mixedContent(t), "--quiet");
  assert.deepEqual([status, stderr], [1, ""]);
  assert.match(stdout, /error\[broken-link\]/);
});

test("check writes nothing but what it remembers", async (t) => {
  const content = mixedContent(t);
  const before = treeOf(content);
  const output = outputFolder(t);
  await galley("check", `--input=${content}`, `--output=${output}`, asOf);
  assert.deepEqual(differences(before, treeOf(content)), []);
  assert.ok(!existsSync(output));
});

test("files limit the report to what is found in them", async (t) => {
  const content = mixedContent(t);
  const fine = await check(t, content, "--format=json", join(content, "essays/2026-01-02-fine.md"));
  assert.deepEqual(codesIn(fine), []);
  assert.equal(fine.status, 0);
  const named = ["essays/2026-01-03-warned.md", "essays/2026-01-01-broken.md"];
  const two = await check(t, content, "--format=json", ...named);
  assert.deepEqual(codesIn(two), ["broken-link", "unknown-key"]);
  assert.equal(two.status, 1);
});

test("files are taken from the folder that one works in", async (t) => {
  const content = mixedContent(t);
  const cwd = join(content, "essays");
  const args = ["check", "--input=..", `--output=${outputFolder(t)}`, asOf, "--format=json"];
  const { stdout } = await galley(...args, "2026-01-03-warned.md", { cwd });
  assert.deepEqual(codesIn({ stdout }), ["unknown-key"]);
});

const codesIn = ({ stdout }: Pick<Ended, "stdout">): readonly string[] =>
  (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);

test("--format=github speaks to GitHub, with files that it can open", async (t) => {
  const content = mixedContent(t);
  const cwd = join(content, "..");
  const args = ["check", "--input=content", `--output=${outputFolder(t)}`, asOf];
  const { stdout } = await galley(...args, "--format=github", { cwd });
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 3);
  assert.match(
    lines[0]!,
    /^::error file=content\/essays\/2026-01-01-broken\.md,line=1,col=11,endLine=1,endColumn=20,title=broken-link::the link to missing\.md leads nowhere/,
  );
  assert.match(lines[1]!, /^::warning file=content\/essays\/2026-01-03-warned\.md,line=2,col=1,/);
  assert.match(lines[2]!, /^::notice file=content\/essays\/2026-01-04-draft\.md,line=2,/);
});

test("--format=github appends all findings to the summary of a step, with ways into the repository", async (t) => {
  const content = mixedContent(t);
  const folder = join(content, "..");
  const summary = join(folder, "summary.md");
  writeFiles(folder, { "summary.md": "Before.\n" });
  const env = {
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: folder,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "me/site",
    GITHUB_SHA: "abc",
  };
  const args = ["check", "--input=.", `--output=${outputFolder(t)}`, asOf];
  const { stdout, stderr } = await galley(...args, "--format=github", { cwd: content, env });
  assert.match(stdout, /^::error file=content\/essays\//);
  const text = readFileSync(summary, "utf8");
  assert.match(text, /^Before\.\n## Galley\n\n3 essays, 11 words: 1 error, 1 warning, 1 note\n/);
  assert.ok(
    text.includes(
      "(<https://github.example/me/site/blob/abc/content/essays/2026-01-01-broken.md?plain=1#L1>)",
    ),
    text,
  );
  assert.equal(stderr, "3 essays, 11 words: 1 error, 1 warning, 1 note\n");
});

test("a summary that can't be written is said, and changes nothing else", async (t) => {
  const content = mixedContent(t);
  const args = ["check", `--input=${content}`, `--output=${outputFolder(t)}`, asOf];
  const env = { GITHUB_STEP_SUMMARY: content };
  const { status, stdout, stderr } = await galley(...args, "--format=github", { env });
  assert.equal(status, 1);
  assert.equal(stdout.split("\n").length, 4);
  assert.match(stderr, /^GITHUB_STEP_SUMMARY could not be written: .*\n3 essays/);
});

test("--format=sarif is a valid log, with nothing of this machine in it", async (t) => {
  const content = realContent(t);
  const { status, stdout, stderr } = await check(t, content, "--format=sarif");
  assert.equal(status, 0, stderr);
  const log = JSON.parse(stdout);
  assert.deepEqual(faultsOf(log), []);
  const copy = log.runs[0].results.find(
    ({ ruleId }: { ruleId: string }) => ruleId === "duplicate-passage",
  );
  assert.deepEqual(copy.locations[0].physicalLocation, {
    artifactLocation: { uri: ESSAY, uriBaseId: "CONTENT" },
    region: { startLine: 8, startColumn: 1, endLine: 13, endColumn: 257 },
  });
  assert.equal(copy.relatedLocations[0].physicalLocation.region.startLine, 2);
  assert.ok(!stdout.includes(content));

  // What is written in front of it moves a finding, and leaves what it is known by.
  const file = join(content, ESSAY);
  writeFileSync(file, `${readFileSync(file, "utf8")}\n\nA new end.`.replace("\n", "\nAt first.\n"));
  const { stdout: later } = await check(t, content, "--format=sarif");
  const printsOf = (text: string): readonly unknown[] =>
    JSON.parse(text).runs[0].results.map(
      ({ partialFingerprints }: { partialFingerprints: unknown }) => partialFingerprints,
    );
  assert.notEqual(later, stdout);
  assert.deepEqual(printsOf(later), printsOf(stdout));
});

test("--format=html is one page", async (t) => {
  const { status, stdout } = await check(t, realContent(t), "--format=html");
  assert.equal(status, 0);
  assert.match(stdout, /^<!doctype html>\n<html lang="en">[^]*<\/html>\n$/);
  assert.match(stdout, /235 words said before, at line 2/);
});

for (const [name, env] of Object.entries({
  "where no terminal is": {},
  "where nobody wants any": { NO_COLOR: "1", FORCE_COLOR: "1" },
})) {
  test(`there is no colour ${name}`, async (t) => {
    const args = ["check", `--input=${mixedContent(t)}`, `--output=${outputFolder(t)}`, asOf];
    const { stdout, stderr } = await galley(...args, { env });
    assert.doesNotMatch(`${stdout}${stderr}`, /\u001b/);
  });
}

test("essays later than --as-of are held back, and said to be", async (t) => {
  const content = mixedContent(t);
  const args = ["check", `--input=${content}`, `--output=${outputFolder(t)}`, "--format=json"];
  const { stdout } = await galley(...args, "--as-of=2026-01-02");
  assert.deepEqual(codesIn({ stdout }), ["broken-link", "held-back", "unknown-key", "draft"]);
});

test("SOURCE_DATE_EPOCH stands for today", async (t) => {
  const content = mixedContent(t);
  const args = ["check", `--input=${content}`, `--output=${outputFolder(t)}`, "--format=json"];
  const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-01-02T23:59:59Z") / 1000) };
  const { stdout } = await galley(...args, { env });
  assert.ok(codesIn({ stdout }).includes("held-back"));
});

test("a SOURCE_DATE_EPOCH that is no number is refused in one line", async (t) => {
  const args = ["check", `--input=${mixedContent(t)}`, `--output=${outputFolder(t)}`];
  const { status, stdout, stderr } = await galley(...args, { env: { SOURCE_DATE_EPOCH: "soon" } });
  assert.notEqual(status, 0);
  assert.equal(stdout, "");
  assert.match(stderr, /^SOURCE_DATE_EPOCH .*"soon".*\n$/);
});
