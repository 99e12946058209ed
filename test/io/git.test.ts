import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { firstCommits, historyOf, type History } from "../../src/io/git.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { repositoryIn } from "../support/repository.ts";

/** A moment, and what was done to files: `A` added, `R100` renamed. */
type Commit = readonly [moment: string, ...changes: readonly (readonly string[])[]];

/** A log as `git log -z --name-status` writes it, newest first. */
const logOf = (commits: readonly Commit[]): string =>
  commits
    .map(([moment, ...changes]) => {
      const fields = changes.map((change) => `${change.join("\0")}\0`);
      return `\u0001${moment}\0\n${fields.join("")}`;
    })
    .join("");

const firsts = (...commits: readonly Commit[]): Readonly<Record<string, string>> =>
  Object.fromEntries(firstCommits(logOf(commits)));

test("a file's first commit is the one that added it", () => {
  assert.deepEqual(firsts(["T2", ["A", "b.md"]], ["T1", ["A", "a.md"]]), {
    "a.md": "T1",
    "b.md": "T2",
  });
});

test("a commit may add many files, and names may hold anything but NUL", () => {
  const names = ["with space.md", "line\nbreak.md", "A", "R100", "日本語.md", "\u0001.md"];
  const history = firsts(["T1", ...names.map((name) => ["A", name])]);
  assert.deepEqual(history, Object.fromEntries(names.map((name) => [name, "T1"])));
});

test("follows a rename, and one after the other", () => {
  const history = firsts(
    ["T3", ["R090", "b.md", "c.md"]],
    ["T2", ["R100", "a.md", "b.md"]],
    ["T1", ["A", "a.md"]],
  );
  assert.deepEqual(history, { "c.md": "T1" });
});

test("tells a new file from the old one whose name it took", () => {
  const history = firsts(
    ["T3", ["A", "a.md"]],
    ["T2", ["R100", "a.md", "b.md"]],
    ["T1", ["A", "a.md"]],
  );
  assert.deepEqual(history, { "a.md": "T3", "b.md": "T1" });
});

test("follows two files that change their names by way of a third", () => {
  const history = firsts(
    ["T5", ["R100", "tmp.md", "b.md"]],
    ["T4", ["R100", "b.md", "a.md"]],
    ["T3", ["R100", "a.md", "tmp.md"]],
    ["T2", ["A", "b.md"]],
    ["T1", ["A", "a.md"]],
  );
  assert.deepEqual(history, { "a.md": "T2", "b.md": "T1" });
});

test("follows a file back to a name that it had before", () => {
  const history = firsts(
    ["T3", ["R100", "b.md", "a.md"]],
    ["T2", ["R100", "a.md", "b.md"]],
    ["T1", ["A", "a.md"]],
  );
  assert.deepEqual(history, { "a.md": "T1" });
});

test("a file that was deleted and added again under its name has been there since the first time", () => {
  assert.deepEqual(firsts(["T3", ["A", "a.md"]], ["T1", ["A", "a.md"]]), { "a.md": "T1" });
});

test("a log of nothing says nothing", () => {
  assert.equal(firstCommits("").size, 0);
});

/** A repository with a folder of content, and what Galley makes of its history. */
function site(t: TestContext) {
  const own = repositoryIn(temporaryFolder(t));
  const content = join(own.folder, "content");
  const state = join(temporaryFolder(t), "state");
  mkdirSync(content);
  return {
    ...own,
    content,
    write: (files: Readonly<Record<string, string>>) => writeFiles(content, files),
    history: (zone = "UTC"): History => historyOf(content, zone, state),
    /** The day of a file, asked for the first time. */
    day: (file: string, zone = "UTC") => dayIn(historyOf(content, zone, temporaryFolder(t)), file),
  };
}

/** The day of a file, or why there is none. */
const dayIn = (history: History, file: string): string | undefined =>
  history.kind === "known" ? history.dayOf(file) : history.kind;

const words = "Some words that are enough for git to know the file again.\n".repeat(5);

test("a file's day is its first commit's author date, in the site's zone", (t) => {
  const { git, write, commit, day } = site(t);
  write({ "essays/a.md": words });
  git("add", "--all");
  git("commit", "--quiet", "--message=x", "--date=2024-05-01T23:30:00+00:00");
  write({ "essays/a.md": `${words}more` });
  commit("2024-06-01T12:00:00+00:00");
  assert.equal(day("essays/a.md"), "2024-05-01");
  assert.equal(day("essays/a.md", "Pacific/Auckland"), "2024-05-02");
  assert.equal(day("essays/a.md", "Pacific/Honolulu"), "2024-05-01");
});

test("follows renames and moves to another folder, with small changes", (t) => {
  const { content, write, commit, day } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  mkdirSync(join(content, "essays/folder"));
  renameSync(join(content, "essays/a.md"), join(content, "essays/folder/b.md"));
  write({ "essays/folder/b.md": `${words}And one more line.\n` });
  commit("2024-06-01T12:00:00Z");
  assert.equal(day("essays/folder/b.md"), "2024-05-01");
});

test("a file that nobody committed has no day", (t) => {
  const { write, commit, day } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  write({ "essays/b.md": "New.\n" });
  assert.equal(day("essays/b.md"), undefined);
});

test("there is no history outside of a repository, before the first commit, or without git", (t) => {
  const outside = temporaryFolder(t);
  assert.equal(historyOf(outside, "UTC", join(outside, "state")).kind, "none");
  const { write, day } = site(t);
  write({ "essays/a.md": words });
  assert.equal(day("essays/a.md"), "none");
  const { PATH } = process.env;
  t.after(() => (process.env["PATH"] = PATH));
  process.env["PATH"] = "";
  assert.equal(day("essays/a.md"), "none");
});

test("says that a clone is shallow", (t) => {
  const { folder, write, commit } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  write({ "essays/b.md": words });
  commit("2024-05-02T12:00:00Z");
  const clone = join(temporaryFolder(t), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone], {
    stdio: "pipe",
  });
  assert.equal(historyOf(join(clone, "content"), "UTC", join(clone, "../state")).kind, "shallow");
});

test("what was asked once is remembered until HEAD moves", (t) => {
  const { write, commit, history } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  assert.equal(dayIn(history(), "essays/a.md"), "2024-05-01");
  assert.equal(dayIn(history(), "essays/a.md"), "2024-05-01");
  write({ "essays/b.md": "Something else entirely.\n" });
  commit("2024-07-01T12:00:00Z");
  assert.equal(dayIn(history(), "essays/a.md"), "2024-05-01");
  assert.equal(dayIn(history(), "essays/b.md"), "2024-07-01");
});

test("what git failed to say is not remembered as nothing", (t) => {
  const { git, write, commit, history } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  git("config", "diff.orderFile", "nowhere");
  assert.equal(history().kind, "none");
  git("config", "--unset", "diff.orderFile");
  assert.equal(dayIn(history(), "essays/a.md"), "2024-05-01");
});

test("finds a file by its composed name, however git has it", (t) => {
  const { write, commit, day } = site(t);
  write({ ["essays/caf\u0065\u0301.md"]: words });
  commit("2024-05-01T12:00:00Z");
  assert.equal(day("essays/caf\u00e9.md"), "2024-05-01");
});

test("does not depend on how git is set up", (t) => {
  const { folder, git, write, commit, day } = site(t);
  write({ "essays/a b ä.md": words });
  commit("2024-05-01T12:00:00Z");
  rmSync(join(folder, "content/essays/a b ä.md"));
  write({ "essays/c.md": words });
  commit("2024-06-01T12:00:00Z");
  for (const [key, value] of Object.entries({
    "log.showRoot": "false",
    "log.date": "relative",
    "log.decorate": "full",
    "log.showSignature": "true",
    "diff.renames": "false",
    "diff.relative": "false",
    "core.quotePath": "true",
    "format.pretty": "oneline",
    "color.ui": "always",
  })) {
    git("config", key, value);
    assert.equal(day("essays/c.md"), "2024-05-01", key);
    git("config", "--unset", key);
  }
});

test("is not led astray by the variables of a git hook", (t) => {
  const other = site(t);
  other.write({ "essays/a.md": words });
  other.commit("2020-01-01T12:00:00Z");
  const { write, commit, day } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  const astray = {
    GIT_DIR: join(other.folder, ".git"),
    GIT_WORK_TREE: other.folder,
    GIT_INDEX_FILE: join(other.folder, ".git/index"),
    GIT_PREFIX: "content/",
  };
  t.after(() => Object.keys(astray).forEach((name) => delete process.env[name]));
  Object.assign(process.env, astray);
  assert.equal(day("essays/a.md"), "2024-05-01");
});

test("asks the repository that GALLEY_GIT_DIR names where the tree has none", (t) => {
  const { folder, content, write, commit } = site(t);
  write({ "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  const bare = join(temporaryFolder(t), "bare.git");
  renameSync(join(folder, ".git"), bare);
  t.after(() => delete process.env["GALLEY_GIT_DIR"]);
  process.env["GALLEY_GIT_DIR"] = bare;
  const history = historyOf(content, "UTC", join(temporaryFolder(t), "state"));
  assert.equal(dayIn(history, "essays/a.md"), "2024-05-01");
});

test("a content folder that is the repository itself has a history too", (t) => {
  const { folder, commit } = repositoryIn(temporaryFolder(t));
  writeFiles(folder, { "essays/a.md": words });
  commit("2024-05-01T12:00:00Z");
  const history = historyOf(folder, "UTC", join(temporaryFolder(t), "state"));
  assert.equal(dayIn(history, "essays/a.md"), "2024-05-01");
});
