import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeFiles } from "../support/files.ts";
import { temporaryFolder, type Scope } from "../support/folders.ts";

/** Guarantee 15, with a real web server: readers see whole releases and no error, however often a new one goes live. */

const RELEASES = 100;
/** As many as are kept by default; older ones are pruned while somebody reads. */
const KEPT = 5;
const READERS = 4;
const PATHS = ["/", "/style.css", "/essays/long/", "/404.html"];

/** Long enough to be sent in many pieces, and of another length in each release; nothing of it is in another one. */
const contentOf = (path: string, release: number): string =>
  `<!-- ${path} of release ${release} -->\n`.repeat(
    path.includes("long") ? 10_000 + release : 20 + release,
  );

/** @param serve starts the web server for a folder, and answers the origin */
export function testSwitches(
  name: string,
  serve: (scope: Scope, folder: string) => Promise<string>,
): void {
  test(`behind ${name} readers see whole releases, in their order, and no error through ${RELEASES} switches`, async (t) => {
    const www = temporaryFolder(t);
    publish(www, 0);
    const origin = await serve(t, join(www, "current"));
    let live = 0;
    let isOver = false;
    const turns = Array.from({ length: READERS }, () => 0);

    async function read(reader: number): Promise<void> {
      let seen = 0;
      while (!isOver) {
        for (const path of PATHS) {
          const earliest = Math.max(seen, live);
          const response = await fetch(origin + path);
          const text = await response.text();
          assert.equal(response.status, 200, path);
          seen = Number(/of release (\d+)/.exec(text)?.[1]);
          assert.ok(seen >= earliest, `${path}: release ${seen} after ${earliest}`);
          assert.equal(text, contentOf(path, seen), `${path} of release ${seen}`);
        }
        turns[reader]!++;
      }
    }

    async function switchAll(): Promise<void> {
      try {
        for (let release = 1; release <= RELEASES; release++) {
          const before = turns.reduce((sum, count) => sum + count);
          publish(www, release);
          live = release;
          // Somebody reads to the end before the next one, and others are in the midst of it.
          while (turns.reduce((sum, count) => sum + count) === before)
            await new Promise(setImmediate);
        }
      } finally {
        isOver = true;
      }
    }

    const readers = turns.map((_, reader) => read(reader));
    await Promise.all([Promise.all(readers), Promise.race([switchAll(), Promise.all(readers)])]);
    assert.equal(live, RELEASES);
  });
}

/** As a push does: a whole release beside the others, a new symlink in place of the old one, the oldest release gone. */
function publish(www: string, release: number): void {
  const folder = join(www, "releases", String(release));
  mkdirSync(folder, { recursive: true });
  for (const path of PATHS) {
    writeFiles(folder, { [path.replace(/\/$/, "/index.html")]: contentOf(path, release) });
  }
  symlinkSync(`releases/${release}`, join(www, ".current"));
  renameSync(join(www, ".current"), join(www, "current"));
  rmSync(join(www, "releases", String(release - KEPT)), { recursive: true, force: true });
}
