import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { codeFingerprint } from "../../src/io/code.ts";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { projectCopy } from "../support/project.ts";

/** A copy of the project, and what fingerprints its own code has. */
async function project(t: TestContext) {
  const folder = projectCopy(join(temporaryFolder(t), "project"));
  const module = pathToFileURL(join(folder, "src/io/code.ts")).href;
  const { codeFingerprint: fingerprint } = (await import(module)) as {
    codeFingerprint: typeof codeFingerprint;
  };
  return { folder, fingerprint };
}

test("is the same for the same code, wherever it lies", async (t) => {
  const [one, other] = [await project(t), await project(t)];
  assert.deepEqual(one.fingerprint(), other.fingerprint());
});

test("changes with every file that pages are made by", async (t) => {
  const { folder, fingerprint } = await project(t);
  const seen = new Set([fingerprint().all]);
  const edits = {
    "src/site/cards.ts": "// edited",
    "src/a/new/file.ts": "// new",
    "layouts/essay.ts": "// edited",
    "layouts/parts/new.ts": "// new",
    "package-lock.json": "{}",
    ".eleventy.js": "// edited",
  };
  for (const [path, content] of Object.entries(edits)) {
    writeFiles(folder, { [path]: content });
    seen.add(fingerprint().all);
  }
  rmSync(join(folder, "src/a"), { recursive: true });
  seen.add(fingerprint().all);
  rmSync(join(folder, "package-lock.json"));
  seen.add(fingerprint().all);
  assert.equal(seen.size, Object.keys(edits).length + 3);
});

test("a change that is taken back is no change", async (t) => {
  const { folder, fingerprint } = await project(t);
  const before = fingerprint();
  writeFiles(folder, { "src/new.ts": "// new" });
  assert.notDeepEqual(fingerprint(), before);
  rmSync(join(folder, "src/new.ts"));
  assert.deepEqual(fingerprint(), before);
});

test("a file's name counts, not its content alone", async (t) => {
  const { folder, fingerprint } = await project(t);
  writeFiles(folder, { "src/one.ts": "// same" });
  const one = fingerprint();
  rmSync(join(folder, "src/one.ts"));
  writeFiles(folder, { "src/two.ts": "// same" });
  assert.notEqual(fingerprint().all, one.all);
});

test("layouts read no content: what was read stays read when they change", async (t) => {
  const { folder, fingerprint } = await project(t);
  const before = fingerprint();
  writeFiles(folder, { "layouts/essay.ts": "// edited" });
  const after = fingerprint();
  assert.equal(after.reading, before.reading);
  assert.notEqual(after.all, before.all);
  writeFiles(folder, { "src/essays/decode.ts": "// edited" });
  assert.notEqual(fingerprint().reading, before.reading);
});

test("does not change with what editors leave behind, nor with content", async (t) => {
  const { folder, fingerprint } = await project(t);
  const before = fingerprint();
  writeFiles(folder, {
    "src/site/.cards.ts.swp": "x",
    "src/site/cards.ts~": "x",
    "layouts/.DS_Store": "x",
    "content/essays/a.md": "x",
    "public/style.css": "x",
    "_site/index.html": "x",
  });
  assert.deepEqual(fingerprint(), before);
});
