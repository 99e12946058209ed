import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { watchPaths } from "../../src/io/watch.ts";
import { temporaryFolder } from "../support/folders.ts";

const PATIENCE_MS = 10_000;
const QUIET_MS = 150;

/** A watched folder `content` that need not exist, or a file, and how to learn what was told. */
function watched(t: TestContext, prepare: (folder: string) => void = () => {}) {
  const root = temporaryFolder(t);
  const folder = join(root, "content");
  prepare(folder);
  let count = 0;
  const watching = watchPaths([folder], () => count++);
  t.after(() => watching.close());

  /** Waits until an edit is told. */
  async function tells(edit: () => void): Promise<void> {
    await sleep(QUIET_MS);
    count = 0;
    edit();
    const deadline = Date.now() + PATIENCE_MS;
    while (count === 0 && Date.now() < deadline) await sleep(5);
    assert.ok(count > 0, "nothing was told");
    watching.renew();
  }

  async function keepsQuiet(edit: () => void): Promise<void> {
    await sleep(QUIET_MS);
    count = 0;
    edit();
    await sleep(QUIET_MS);
    assert.equal(count, 0);
  }

  return { root, folder, tells, keepsQuiet };
}

function made(folder: string): void {
  mkdirSync(join(folder, "essays"), { recursive: true });
}

test("tells that a single file is new, changed, replaced and gone", async (t) => {
  const { root, folder: file, tells } = watched(t);
  await tells(() => writeFileSync(file, "one"));
  await tells(() => writeFileSync(file, "two"));
  writeFileSync(join(root, "draft"), "three");
  await tells(() => renameSync(join(root, "draft"), file));
  await tells(() => writeFileSync(file, "four"));
  await tells(() => rmSync(file));
  await tells(() => writeFileSync(file, "five"));
});

test("tells that a file is new, changed, renamed and gone", async (t) => {
  const { folder, tells } = watched(t, made);
  const file = join(folder, "essays/one.md");
  await tells(() => writeFileSync(file, "one"));
  await tells(() => writeFileSync(file, "two"));
  await tells(() => renameSync(file, join(folder, "essays/other.md")));
  await tells(() => rmSync(join(folder, "essays/other.md")));
});

test("tells of files in folders that are new, moved and made again", async (t) => {
  const { folder, tells } = watched(t, made);
  const inner = join(folder, "essays/trip/north");
  await tells(() => mkdirSync(inner, { recursive: true }));
  await tells(() => writeFileSync(join(inner, "one.md"), "one"));
  await tells(() => renameSync(join(folder, "essays/trip"), join(folder, "essays/shelf")));
  await tells(() => writeFileSync(join(folder, "essays/shelf/north/one.md"), "two"));
  await tells(() => rmSync(join(folder, "essays/shelf"), { recursive: true }));
  await tells(() => mkdirSync(inner, { recursive: true }));
  await tells(() => writeFileSync(join(inner, "one.md"), "three"));
});

test("tells of a folder that did not exist, and of one that went away and came back", async (t) => {
  const { folder, tells } = watched(t);
  await tells(() => made(folder));
  await tells(() => writeFileSync(join(folder, "essays/one.md"), "one"));
  await tells(() => rmSync(folder, { recursive: true }));
  await tells(() => made(folder));
  await tells(() => writeFileSync(join(folder, "essays/one.md"), "two"));
});

test("tells of one folder that takes the place of another at once", async (t) => {
  const { root, folder, tells } = watched(t, made);
  const other = join(root, "other");
  made(other);
  await tells(() => {
    rmSync(folder, { recursive: true });
    renameSync(other, folder);
  });
  await tells(() => writeFileSync(join(folder, "essays/one.md"), "one"));
});

test("keeps quiet about hidden files, editors' backups and what lies beside the folder", async (t) => {
  const { root, folder, keepsQuiet } = watched(t, made);
  await keepsQuiet(() => {
    writeFileSync(join(folder, "essays/.one.md.swp"), "draft");
    writeFileSync(join(folder, "essays/one.md~"), "backup");
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(root, "notes.txt"), "beside");
  });
});

test("tells nothing any more once it is closed", async (t) => {
  const folder = temporaryFolder(t);
  let count = 0;
  const watching = watchPaths([folder], () => count++);
  watching.close();
  writeFileSync(join(folder, "one.md"), "one");
  await sleep(QUIET_MS);
  assert.equal(count, 0);
});
