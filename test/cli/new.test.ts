import assert from "node:assert/strict";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { format } from "prettier";
import { attempt, galley, type Ended } from "../support/build.ts";
import { differences, treeOf, writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { contentFolder } from "../support/writing.ts";

const asOf = "2026-06-30";

const begin = (content: string, ...args: readonly string[]): Promise<Ended> =>
  galley("new", `--input=${content}`, `--as-of=${asOf}`, ...args, { cwd: content });

test("new writes a dated essay with front matter, and prints nothing but its path", async (t) => {
  const content = contentFolder(t);
  const { status, stdout, stderr } = await begin(content, "Who is on call?");
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(stdout, "essays/2026-06-30-who-is-on-call.md\n");
  assert.equal(
    readFileSync(join(content, stdout.trim()), "utf8"),
    "---\ntitle: Who is on call?\ndate: 2026-06-30\n---\n",
  );
});

test("a new essay with tags and a draft's mark builds as it is", async (t) => {
  const content = contentFolder(t);
  const args = ["--draft", "--tags=#work, $OPG,@ada ,, C++", `"Quoted": it's`];
  const { stdout, stderr } = await begin(content, ...args);
  const text = readFileSync(join(content, stdout.trim()), "utf8");
  assert.equal(
    text,
    `---\ntitle: '"Quoted": it''s'\ndate: 2026-06-30\ntags: ["#work", $OPG, "@ada", C++]\ndraft: true\n---\n`,
  );
  assert.match(stderr, /draft/);
  assert.equal(await format(text, { parser: "markdown" }), text);
  const { report } = await attempt(content, { output: outputFolder(t), asOf });
  assert.deepEqual(
    report.diagnostics.map(({ code }) => code),
    ["draft"],
  );
});

test("words without quotes are one title", async (t) => {
  const { stdout } = await begin(contentFolder(t), "Who", "is", "on", "call");
  assert.equal(stdout, "essays/2026-06-30-who-is-on-call.md\n");
});

for (const [title, name] of Object.entries({
  日本語の題: "日本語の題",
  "🚢": "u1f6a2",
  CON: "con-essay",
  "../../etc/passwd": "etc-passwd",
  ["長".repeat(200)]: "長".repeat(80),
  ["𠀋".repeat(100)]: "𠀋".repeat(60),
  "2026-01-01": "2026-01-01",
})) {
  test(`the title ${title.slice(0, 20)} gives a file name that any system takes, and is kept`, async (t) => {
    const content = contentFolder(t);
    const { stdout } = await begin(content, title);
    assert.equal(stdout, `essays/2026-06-30-${name}.md\n`);
    const build = await attempt(content, { output: outputFolder(t), asOf });
    assert.deepEqual(build.report.diagnostics, []);
    assert.match(
      readFileSync(join(content, stdout.trim()), "utf8"),
      new RegExp(`^title: .*${title.slice(0, 5)}`, "m"),
    );
  });
}

test("today is a day in the zone of site.yaml", async (t) => {
  const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-06-30T13:00:00Z") / 1000) };
  const content = contentFolder(t);
  const auckland = await galley("new", `--input=${content}`, "Ahead", { env, cwd: content });
  assert.equal(auckland.stdout, "essays/2026-07-01-ahead.md\n");
  assert.equal(auckland.stderr, "");
});

test("without settings today is a day in UTC, and new says so", async (t) => {
  const content = contentFolder(t);
  rmSync(join(content, "site.yaml"));
  const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-06-30T13:00:00Z") / 1000) };
  const { stdout, stderr } = await galley("new", `--input=${content}`, "Ahead", {
    env,
    cwd: content,
  });
  assert.equal(stdout, "essays/2026-06-30-ahead.md\n");
  assert.match(stderr, /2026-06-30 in UTC: site\.yaml names no timeZone/);
});

const taken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "essays/2026-06-30-a-title.md": { "essays/2026-06-30-a-title.md": "Words.\n" },
  "essays/2020-01-01-a-title.txt": { "essays/2020-01-01-a-title.txt": "Words.\n" },
  "essays/by-slug.md": { "essays/by-slug.md": "---\nslug: a-title\ndraft: true\n---\nWords.\n" },
  "essays/by-alias.md": {
    "essays/by-alias.md": "---\ndate: 2030-01-01\naliases: [a-title]\n---\nWords.\n",
  },
};
for (const [holder, files] of Object.entries(taken)) {
  test(`nothing is written where ${holder} has the file or the address`, async (t) => {
    const content = contentFolder(t, files);
    const before = treeOf(content);
    const { status, stdout, stderr } = await begin(content, "A title");
    assert.deepEqual([status, stdout], [1, ""]);
    assert.ok(stderr.includes(holder), stderr);
    assert.deepEqual(differences(before, treeOf(content)), []);
  });
}

test("of many that begin one essay at once a single one does", async (t) => {
  const content = contentFolder(t);
  const all = await Promise.all(Array.from({ length: 4 }, () => begin(content, "A title")));
  assert.equal(all.filter(({ status }) => status === 0).length, 1);
  assert.equal(all.filter(({ status }) => status === 1).length, 3);
  assert.deepEqual([...treeOf(join(content, "essays")).keys()], ["2026-06-30-a-title.md"]);
});

test("a folder behind a symlink is refused, since no build would read it", async (t) => {
  const content = contentFolder(t);
  const elsewhere = temporaryFolder(t);
  symlinkSync(elsewhere, join(content, "essays"));
  const { status, stderr } = await begin(content, "A title");
  assert.equal(status, 1);
  assert.match(stderr, /symlink/);
  assert.deepEqual([...treeOf(elsewhere).keys()], []);
});

test("a file in the place of the folder is told in one line", async (t) => {
  const { status, stderr } = await begin(contentFolder(t, { essays: "A file.\n" }), "A title");
  assert.equal(status, 1);
  assert.match(stderr, /^.*essays is no folder.*\n$/);
});

test("tags that no essay can have are refused", async (t) => {
  const content = contentFolder(t);
  writeFiles(content, { "essays/2026-01-01-a.md": "Words.\n" });
  const before = treeOf(content);
  const many = Array.from({ length: 51 }, (_, i) => `t${i}`).join();
  for (const tags of [many, "#"]) {
    const { status, stderr } = await begin(content, "A title", `--tags=${tags}`);
    assert.equal(status, 1);
    assert.match(stderr, /tag.*Nothing was written/);
  }
  assert.deepEqual(differences(before, treeOf(content)), []);
});
