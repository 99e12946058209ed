import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder, type Scope } from "../support/folders.ts";
import { contentOf, PATHS, publish } from "./numbered-release.ts";

/** Guarantee 15, with a real web server: readers see whole releases and no error, however often a new one goes live. */

const RELEASES = 100;
const READERS = 4;

/** @param serve starts the web server for a folder, and answers the origin */
export function testSwitches(
  name: string,
  serve: (scope: Scope, folder: string) => Promise<string>,
): void {
  test(`behind ${name} readers see whole releases, in their order, and no error through ${RELEASES} switches`, async (t) => {
    const www = temporaryFolder(t);
    publish(www, 0);
    const origin = await serve(t, join(www, "current"));
    // Readers read on while another process publishes: they are to meet it at every step.
    const publishing = fork(join(import.meta.dirname, "publishing.ts"), [www]);
    t.after(() => publishing.kill());
    let live = 0;
    let isOver = false;
    let answers = 0;

    async function read(): Promise<void> {
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
          answers++;
        }
      }
    }

    async function publishAll(): Promise<void> {
      for (let release = 1; release <= RELEASES; release++) {
        publishing.send(release);
        await once(publishing, "message");
        live = release;
      }
    }

    const readers = Array.from({ length: READERS }, read);
    const reading = Promise.all(readers);
    await Promise.race([publishAll(), reading]).finally(() => (isOver = true));
    await reading;
    assert.equal(live, RELEASES);
    assert.ok(answers > RELEASES, `${answers} answers`);
  });
}
