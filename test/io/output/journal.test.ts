import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { apply, recover, type Journal } from "../../../src/io/output/journal.ts";
import { readManifest, writeManifest, type Manifest } from "../../../src/io/output/manifest.ts";
import { stampOf } from "../../../src/io/stamp.ts";
import { dyingAt } from "../../support/dying.ts";
import { treeOf, writeFiles, type Tree } from "../../support/files.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { random } from "../../support/random.ts";

type Files = Readonly<Record<string, string>>;

interface Place {
  readonly state: string;
  readonly journal: Journal;
}

/** An output folder with old files, and a journal that turns it into one with new files. */
function placeFor(t: TestContext, old: Files, fresh: Files, deletions: readonly string[]): Place {
  const home = temporaryFolder(t);
  const output = join(home, "site");
  const staging = join(home, "staging");
  writeFiles(output, old);
  mkdirSync(staging);
  writeFiles(staging, fresh);
  const kept = Object.keys(old).filter((path) => !deletions.includes(path) && !(path in fresh));
  const files = Object.fromEntries(
    [...kept, ...Object.keys(fresh)].map((path) => [path, { fingerprint: path, hash: "hash" }]),
  );
  const manifest: Manifest = { code: "code", files, published: {} };
  return { state: join(home, "state"), journal: { output, staging, deletions, manifest } };
}

/** The files without the folders. */
const filesIn = (folder: string): Files =>
  Object.fromEntries([...treeOf(folder)].filter(([path]) => !path.endsWith("/")));

const emptyFoldersIn = (tree: Tree): readonly string[] =>
  [...tree.keys()].filter(
    (path) =>
      path.endsWith("/") &&
      ![...tree.keys()].some((other) => other !== path && other.startsWith(path)),
  );

/** Writes a journal down as a build that is killed right after it would. */
function writeDown({ state, journal }: Place): void {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, "journal.json"), JSON.stringify(journal));
}

function assertDone({ state, journal }: Place, expected: Files): void {
  assert.deepEqual(filesIn(journal.output), expected);
  assert.deepEqual(emptyFoldersIn(treeOf(journal.output)), []);
  assert.ok(!existsSync(join(state, "journal.json")), "the journal is left");
  assert.ok(!existsSync(journal.staging), "the staging folder is left");
  const manifest = readManifest(state)!;
  assert.deepEqual(Object.keys(manifest.files).toSorted(), Object.keys(expected).toSorted());
  for (const [path, { stamp }] of Object.entries(manifest.files)) {
    // What was there before is vouched for by nobody.
    assert.ok(stamp === undefined || stamp === stampOf(join(journal.output, path)));
  }
}

const old = {
  "index.html": "old home",
  "essays/a/index.html": "old a",
  "essays/b/index.html": "old b",
  "essays/b/c/deep.png": "old picture",
  "feed.xml": "feed",
};
const fresh = {
  "index.html": "new home",
  "essays/a/index.html": "new a",
  "essays/n/index.html": "new n",
  "tags/x/index.html": "new tag",
  "tags/x/feed.xml": "new tag feed",
};
const deletions = ["essays/b/index.html", "essays/b/c/deep.png"];
const result = { ...fresh, "feed.xml": "feed" };

test("puts new files in place, removes old ones with their folders, and keeps the rest", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  apply(place.state, place.journal, undefined);
  assertDone(place, result);
});

test("makes the output folder where there was none", (t) => {
  const place = placeFor(t, {}, fresh, []);
  rmSync(place.journal.output, { recursive: true, force: true });
  apply(place.state, place.journal, undefined);
  assertDone(place, fresh);
});

test("what a journal does not name stays in the manifest as it was, also when it is recovered", (t) => {
  for (const isKilled of [false, true]) {
    const place = placeFor(t, old, fresh, deletions);
    const { "feed.xml": kept, ...changed } = place.journal.manifest.files;
    const known = { ...kept!, stamp: stampOf(join(place.journal.output, "feed.xml"))! };
    const gone = Object.fromEntries(deletions.map((path) => [path, known]));
    const previous = { code: "old", published: {}, files: { "feed.xml": known, ...gone } };
    const manifest = { ...place.journal.manifest, files: changed };
    const partial = { ...place, journal: { ...place.journal, manifest } };
    writeManifest(place.state, previous);
    writeDown(partial);
    if (isKilled) assert.ok(recover(place.state));
    else apply(place.state, partial.journal, previous);
    assertDone(partial, result);
    assert.deepEqual(readManifest(place.state)!.files["feed.xml"], known);
  }
});

test("there is nothing to recover where no build was killed", (t) => {
  const { state } = placeFor(t, {}, {}, []);
  assert.equal(recover(state), false);
  assert.equal(readManifest(state), undefined);
});

test("recovers a journal of which nothing was carried out yet", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  writeDown(place);
  assert.equal(recover(place.state), true);
  assertDone(place, result);
});

test("recovers a journal of which some files were moved and some deletions done", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  writeDown(place);
  const { output, staging } = place.journal;
  renameSync(join(staging, "essays/a/index.html"), join(output, "essays/a/index.html"));
  renameSync(join(staging, "tags"), join(output, "tags"));
  rmSync(join(output, "essays/b/c"), { recursive: true });
  recover(place.state);
  assertDone(place, result);
});

test("recovers a journal of which everything was carried out but the clearing away", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  apply(place.state, place.journal, undefined);
  writeDown(place);
  recover(place.state);
  assertDone(place, result);
});

test("vouches for what it puts in place, and for nothing that was moved before a kill", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  const { output, staging } = place.journal;
  writeDown(place);
  renameSync(join(staging, "index.html"), join(output, "index.html"));
  // Somebody restores the site from a backup meanwhile.
  writeFileSync(join(output, "index.html"), "old home");
  recover(place.state);
  const { files } = readManifest(place.state)!;
  assert.equal(files["index.html"]!.stamp, undefined);
  assert.equal(files["essays/a/index.html"]!.stamp, stampOf(join(output, "essays/a/index.html")));
});

test("says which file is damaged, and what to do", (t) => {
  for (const name of ["journal.json", "manifest.json"]) {
    const { state } = placeFor(t, {}, {}, []);
    writeFiles(state, { [name]: "" });
    assert.throws(() => (name === "journal.json" ? recover(state) : readManifest(state)), {
      message: /damaged.*Delete it/,
    });
  }
});

test("recovers twice as well as once", (t) => {
  const place = placeFor(t, old, fresh, deletions);
  writeDown(place);
  recover(place.state);
  assert.equal(recover(place.state), false);
  assertDone(place, result);
});

test("a folder takes the place of a file", (t) => {
  const place = placeFor(t, { a: "a file", b: "stays" }, { "a/index.html": "a page" }, ["a"]);
  apply(place.state, place.journal, undefined);
  assertDone(place, { "a/index.html": "a page", b: "stays" });
});

test("a file takes the place of a folder, and of a tree of folders", (t) => {
  const before = { "a/index.html": "a page", "a/b/c/d.png": "a picture", "a/e.txt": "text" };
  const place = placeFor(t, before, { a: "a file" }, Object.keys(before));
  apply(place.state, place.journal, undefined);
  assertDone(place, { a: "a file" });
});

test("a file and a folder change places", (t) => {
  const place = placeFor(
    t,
    { a: "a file", "b/index.html": "a page" },
    { "a/index.html": "a page", b: "a file" },
    ["a", "b/index.html"],
  );
  apply(place.state, place.journal, undefined);
  assertDone(place, { "a/index.html": "a page", b: "a file" });
});

test("folders that are left empty go, and those with somebody's own file stay", (t) => {
  const before = { "a/b/c/index.html": "c", "a/b/index.html": "b", "d/index.html": "d" };
  const place = placeFor(t, before, {}, Object.keys(before));
  const { output } = place.journal;
  writeFiles(output, { "d/own.txt": "mine" });
  apply(place.state, place.journal, undefined);
  assert.deepEqual(filesIn(output), { "d/own.txt": "mine" });
  assert.deepEqual([...treeOf(output).keys()], ["d/", "d/own.txt"]);
});

test("the output folder itself stays when all that was in it is gone", (t) => {
  const place = placeFor(t, { "index.html": "home" }, {}, ["index.html"]);
  apply(place.state, place.journal, undefined);
  assert.deepEqual(readdirSync(place.journal.output), []);
});

test("deletions of what is gone already do no harm", (t) => {
  const place = placeFor(t, { "index.html": "home" }, {}, ["a/b/index.html", "x.html"]);
  apply(place.state, place.journal, undefined);
  assert.deepEqual(filesIn(place.journal.output), { "index.html": "home" });
});

test("a deletion never reaches through a symlink, wherever on the way it is", (t) => {
  const place = placeFor(t, { "index.html": "home" }, {}, ["a/index.html", "b/c/index.html", "d"]);
  const { output } = place.journal;
  const elsewhere = join(dirname(output), "elsewhere");
  writeFiles(elsewhere, { "index.html": "not ours", "c/index.html": "not ours", d: "not ours" });
  const before = treeOf(elsewhere);
  symlinkSync(elsewhere, join(output, "a"));
  symlinkSync(elsewhere, join(output, "b"));
  symlinkSync(join(elsewhere, "d"), join(output, "d"));
  apply(place.state, place.journal, undefined);
  assert.deepEqual(treeOf(elsewhere), before);
  assert.equal(readFileSync(join(output, "index.html"), "utf8"), "home");
});

test("a new file takes a symlink's place, and does not write through it", (t) => {
  const place = placeFor(t, {}, { "a/index.html": "ours", "b.html": "ours" }, []);
  const { output } = place.journal;
  const elsewhere = join(dirname(output), "elsewhere");
  writeFiles(elsewhere, { "b.html": "not ours", "c.txt": "not ours" });
  const before = treeOf(elsewhere);
  mkdirSync(output, { recursive: true });
  symlinkSync(join(elsewhere, "b.html"), join(output, "b.html"));
  apply(place.state, place.journal, undefined);
  assert.deepEqual(treeOf(elsewhere), before);
  assert.equal(readFileSync(join(output, "b.html"), "utf8"), "ours");
});

test("names with spaces, accents, dots and every other character are names like others", (t) => {
  const names = [
    "a b.html",
    "ä/日本語.html",
    "..a/b..html",
    "__proto__/index.html",
    "-rf",
    "*?.txt",
  ];
  const files = Object.fromEntries(names.map((name) => [name, `about ${name.length}`]));
  const place = placeFor(t, files, {}, names.slice(1));
  apply(place.state, place.journal, undefined);
  assert.deepEqual(filesIn(place.journal.output), { "a b.html": files["a b.html"] });
});

/** A random tree of files in few folders, so that files and folders get into each other's way. */
function randomFiles(next: () => number): Files {
  const files: Record<string, string> = {};
  for (let i = 0; i < 12; i++) {
    const steps = Array.from(
      { length: 1 + Math.floor(next() * 3) },
      () => "abc"[Math.floor(next() * 3)]!,
    );
    const path = steps.join("/");
    const isTaken = Object.keys(files).some(
      (other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`),
    );
    if (!isTaken) files[path] = String(next());
  }
  return files;
}

/** What it takes to turn one random site into another; about half of what both have is kept. */
function randomPlace(
  t: TestContext,
  next: () => number,
): { place: Place; expected: Files; before: Files } {
  const before = randomFiles(next);
  const after = randomFiles(next);
  const kept = Object.keys(before).filter((path) => path in after && next() < 0.5);
  const isKept = (path: string): boolean => kept.includes(path);
  const changed = Object.fromEntries(Object.entries(after).filter(([path]) => !isKept(path)));
  const gone = Object.keys(before).filter((path) => !(path in after));
  const expected = { ...changed, ...Object.fromEntries(kept.map((path) => [path, before[path]!])) };
  return { place: placeFor(t, before, changed, gone), expected, before };
}

test("turns any site into any other", (t) => {
  const next = random(5);
  for (let round = 0; round < 100; round++) {
    const { place, expected } = randomPlace(t, next);
    apply(place.state, place.journal, undefined);
    assertDone(place, expected);
  }
});

test("a build that is killed at any step leaves the old site, or what the next one completes", (t) => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    let wasKilled = true;
    for (let step = 0; wasKilled; step++) {
      const { place, expected, before } = randomPlace(t, random(seed));
      wasKilled = dyingAt(step, () => apply(place.state, place.journal, undefined));
      if (recover(place.state)) assertDone(place, expected);
      else if (wasKilled && readManifest(place.state) === undefined) {
        assert.deepEqual(filesIn(place.journal.output), before, `seed ${seed}, step ${step}`);
      } else
        assert.deepEqual(filesIn(place.journal.output), expected, `seed ${seed}, step ${step}`);
    }
  }
});

test("a build that is killed twice, at any two steps, is completed by the third", (t) => {
  let wasKilled = true;
  for (let step = 3; wasKilled; step += 2) {
    for (let second = 0; second < 12; second++) {
      const place = placeFor(t, old, fresh, deletions);
      wasKilled = dyingAt(step, () => apply(place.state, place.journal, undefined));
      dyingAt(second, () => recover(place.state));
      recover(place.state);
      assert.deepEqual(filesIn(place.journal.output), result, `steps ${step} and ${second}`);
      assert.deepEqual(
        Object.keys(readManifest(place.state)!.files).toSorted(),
        Object.keys(result).toSorted(),
      );
    }
  }
});

test("only whole files are seen at any step", (t) => {
  const whole = new Set([...Object.values(old), ...Object.values(fresh)]);
  let wasKilled = true;
  for (let step = 0; wasKilled; step++) {
    const place = placeFor(t, old, fresh, deletions);
    wasKilled = dyingAt(step, () => apply(place.state, place.journal, undefined));
    for (const bytes of Object.values(filesIn(place.journal.output))) assert.ok(whole.has(bytes));
    const pages = ["index.html", "essays/a/index.html", "feed.xml"];
    for (const page of pages)
      assert.ok(existsSync(join(place.journal.output, page)), `${page} at ${step}`);
  }
});
