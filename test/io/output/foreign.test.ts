import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { refuseForeign } from "../../../src/io/output/foreign.ts";
import { Refusal } from "../../../src/io/refusal.ts";
import { writeFiles } from "../../support/files.ts";
import { temporaryFolder } from "../../support/folders.ts";

/** Asks whether staged files may go into an output folder in which some files are known to be Galley's. */
function asking(
  t: TestContext,
  known: readonly string[],
  own: readonly string[],
  staged: readonly string[],
) {
  const home = temporaryFolder(t);
  const [output, staging] = [join(home, "site"), join(home, "staging")];
  const files = (paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, path]));
  mkdirSync(output);
  mkdirSync(staging);
  writeFiles(output, files([...known, ...own]));
  writeFiles(staging, files(staged));
  return { output, ask: () => refuseForeign(output, staging, new Set(known)) };
}

const refusalOf = (path: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal);
  assert.ok(error.message.includes(path), error.message);
  return true;
};

test("lets new files in, beside foreign ones, and over those that Galley wrote", (t) => {
  const staged = ["index.html", "a/index.html", "b/c/index.html"];
  const { ask } = asking(t, ["index.html", "a/index.html"], ["own.txt", "b/own.txt"], staged);
  assert.doesNotThrow(ask);
});

test("refuses to write over somebody's own file, and names it", (t) => {
  const { ask, output } = asking(
    t,
    ["index.html"],
    ["a/b/own.html"],
    ["index.html", "a/b/own.html"],
  );
  assert.throws(ask, refusalOf(join(output, "a/b/own.html")));
});

test("refuses to put a folder where somebody's own file is", (t) => {
  const { ask } = asking(t, [], ["a"], ["a/index.html"]);
  assert.throws(ask, refusalOf("a was not written by Galley"));
});

test("refuses to put a file where a folder with somebody's own file is, however deep", (t) => {
  const { ask } = asking(t, ["a/index.html"], ["a/b/c/own.txt"], ["a"]);
  assert.throws(ask, refusalOf("a/b/c/own.txt"));
});

test("lets a file take the place of a folder that holds Galley's own files alone", (t) => {
  const { ask } = asking(t, ["a/index.html", "a/b/index.html"], [], ["a"]);
  assert.doesNotThrow(ask);
});

test("refuses a symlink in the place of a folder, even of one that is known", (t) => {
  const { ask, output } = asking(t, [], ["elsewhere/x.txt"], ["a/index.html"]);
  symlinkSync(join(output, "elsewhere"), join(output, "a"));
  assert.throws(ask, refusalOf("a was not written by Galley"));
});

test("refuses a symlink in the place of a file, even of one that leads nowhere", (t) => {
  const { ask, output } = asking(t, [], [], ["index.html"]);
  symlinkSync("/nowhere/at/all", join(output, "index.html"));
  assert.throws(ask, refusalOf("index.html was not written by Galley"));
});

test("refuses a folder on the way whose symlink has the name of a page that is known", (t) => {
  const { ask, output } = asking(t, ["b/index.html"], ["elsewhere/index.html"], ["a/index.html"]);
  symlinkSync(join(output, "elsewhere"), join(output, "a"));
  assert.throws(ask, Refusal);
});
