import assert from "node:assert/strict";
import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { galley } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder, type Scope } from "../support/folders.ts";
import { repositoryIn, type Repository } from "../support/repository.ts";

const SETTINGS = {
  "content/site.yaml":
    "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a55\ntitle: T\nurl: https://example.org/\nauthor: { name: A }\ntimeZone: Europe/Lisbon\n",
};

/** A repository with an essay that says nowhere when it was written. */
function repositoryFor(t: Scope, folder = temporaryFolder(t)): Repository {
  writeFiles(folder, { ...SETTINGS, "content/essays/first.md": "The first words of all.\n" });
  return repositoryIn(folder);
}

interface Place {
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a check says of the dates: `undated`, or the day that an essay is held back until. */
async function saidOfDates(t: Scope, { folder, env = {} }: Place): Promise<readonly string[]> {
  const input = `--input=${join(folder, "content")}`;
  // A day before everything: all essays with a date are held back, and say until when.
  const args = [
    "check",
    input,
    `--output=${outputFolder(t)}`,
    "--as-of=2000-01-01",
    "--format=json",
  ];
  const { stdout, stderr } = await galley(...args, { env });
  assert.notEqual(stdout, "", stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Said[] };
  return diagnostics.map(({ file, code, message }) =>
    code === "held-back" ? `${file} ${message.slice(-10)}` : `${file} ${code}`,
  );
}

interface Said {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

test("an essay's date is that of its first commit, in the site's zone", async (t) => {
  const repository = repositoryFor(t);
  repository.commit("2026-01-05T23:30:00-05:00");
  writeFiles(repository.folder, { "content/essays/first.md": "The first words, changed since.\n" });
  writeFiles(repository.folder, { "content/essays/second.md": "Written later.\n" });
  repository.commit("2026-02-07T12:00:00+00:00");
  assert.deepEqual(await saidOfDates(t, repository), [
    "essays/first.md 2026-01-06",
    "essays/second.md 2026-02-07",
  ]);
});

test("renames are followed, also with other changes in the same commit", async (t) => {
  const repository = repositoryFor(t);
  const essays = join(repository.folder, "content/essays");
  const lines = Array.from(
    { length: 20 },
    (_, i) => `Line ${i} of an essay that is long enough.\n`,
  );
  writeFiles(essays, { "long.md": lines.join("\n") });
  repository.commit("2026-01-05T12:00:00Z");
  renameSync(join(essays, "first.md"), join(essays, "renamed.md"));
  repository.commit("2026-02-05T12:00:00Z");
  renameSync(join(essays, "renamed.md"), join(essays, "again.md"));
  rmSync(join(essays, "long.md"));
  writeFiles(essays, { "folder/index.md": [...lines, "One line more.\n"].join("\n") });
  repository.commit("2026-03-05T12:00:00Z");
  assert.deepEqual(await saidOfDates(t, repository), [
    "essays/again.md 2026-01-05",
    "essays/folder/index.md 2026-01-05",
  ]);
});

test("a name that is given to another essay later brings no date with it", async (t) => {
  const repository = repositoryFor(t);
  const essays = join(repository.folder, "content/essays");
  repository.commit("2026-01-05T12:00:00Z");
  renameSync(join(essays, "first.md"), join(essays, "old.md"));
  repository.commit("2026-02-05T12:00:00Z");
  writeFiles(essays, { "first.md": "Quite another essay, with the name that was free.\n" });
  repository.commit("2026-03-05T12:00:00Z");
  assert.deepEqual(await saidOfDates(t, repository), [
    "essays/first.md 2026-03-05",
    "essays/old.md 2026-01-05",
  ]);
});

test("a file that was never committed has no date", async (t) => {
  const repository = repositoryFor(t);
  repository.commit("2026-01-05T12:00:00Z");
  writeFiles(repository.folder, { "content/essays/new.md": "Not committed yet.\n" });
  assert.deepEqual(await saidOfDates(t, repository), [
    "essays/first.md 2026-01-05",
    "essays/new.md undated",
  ]);
});

test("file names beyond ASCII are found in the history", async (t) => {
  const repository = repositoryFor(t);
  const essays = join(repository.folder, "content/essays");
  rmSync(join(essays, "first.md"));
  writeFiles(essays, { '日本 ö "q".md': "Names with marks that git would quote.\n" });
  repository.commit("2026-01-05T12:00:00Z");
  assert.deepEqual(await saidOfDates(t, repository), ['essays/日本 ö "q".md 2026-01-05']);
});

test("a repository around the project is found as well as one of the content alone", async (t) => {
  const outer = repositoryFor(t);
  outer.commit("2026-01-05T12:00:00Z");
  assert.deepEqual(await saidOfDates(t, outer), ["essays/first.md 2026-01-05"]);

  const folder = temporaryFolder(t);
  writeFiles(folder, { ...SETTINGS, "content/essays/first.md": "The first words of all.\n" });
  repositoryIn(join(folder, "content")).commit("2026-02-05T12:00:00Z");
  assert.deepEqual(await saidOfDates(t, { folder }), ["essays/first.md 2026-02-05"]);
});

test("without a repository, or without a commit, an essay is undated", async (t) => {
  const folder = temporaryFolder(t);
  writeFiles(folder, { ...SETTINGS, "content/essays/first.md": "The first words of all.\n" });
  assert.deepEqual(await saidOfDates(t, { folder }), ["essays/first.md undated"]);
  assert.deepEqual(await saidOfDates(t, repositoryFor(t)), ["essays/first.md undated"]);
});

test("GALLEY_GIT_DIR names the history of a tree that has none, as on a server", async (t) => {
  const repository = repositoryFor(t);
  repository.commit("2026-01-05T12:00:00Z");
  const bare = join(temporaryFolder(t), "bare.git");
  repository.git("clone", "--quiet", "--bare", repository.folder, bare);
  const folder = temporaryFolder(t);
  cpSync(join(repository.folder, "content"), join(folder, "content"), { recursive: true });
  assert.deepEqual(await saidOfDates(t, { folder }), ["essays/first.md undated"]);
  const env = { GALLEY_GIT_DIR: bare };
  assert.deepEqual(await saidOfDates(t, { folder, env }), ["essays/first.md 2026-01-05"]);
});

test("git's own variables, as hooks have them, lead nowhere else", async (t) => {
  const repository = repositoryFor(t);
  repository.commit("2026-01-05T12:00:00Z");
  const other = repositoryFor(t);
  other.commit("2026-02-05T12:00:00Z");
  const env = { GIT_DIR: join(other.folder, ".git"), GIT_WORK_TREE: other.folder, GIT_PREFIX: "x" };
  const place = { folder: repository.folder, env };
  assert.deepEqual(await saidOfDates(t, place), ["essays/first.md 2026-01-05"]);
});

test("a shallow clone is an error for essays that need its history, and for no others", async (t) => {
  const repository = repositoryFor(t);
  repository.commit("2026-01-05T12:00:00Z");
  writeFiles(repository.folder, { "content/essays/2026-02-05-dated.md": "It says its date.\n" });
  repository.commit("2026-02-05T12:00:00Z");
  const folder = join(temporaryFolder(t), "clone");
  repository.git("clone", "--quiet", "--depth=1", `file://${repository.folder}`, folder);
  const said = await saidOfDates(t, { folder });
  assert.ok(said.includes("essays/first.md invalid-date"), said.join());
  assert.ok(said.includes("essays/2026-02-05-dated.md 2026-02-05"), said.join());
  assert.ok(!said.includes("essays/first.md 2026-02-05"));
});
