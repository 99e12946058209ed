import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../../src/io/root.ts";
import { galley } from "../support/build.ts";
import { differences, treeOf } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";
import { editAtRandom, settleIn, type Workplace } from "../support/writer.ts";

const ROUNDS = 6;
/** A build takes about a second; a kill falls anywhere in it, and behind it at times. */
const LONGEST_MS = 1400;
const AS_OF = "--as-of=2026-11-21";

const build = (content: string, output: string) =>
  galley("build", "--quiet", `--input=${content}`, `--output=${output}`, AS_OF);

async function killedBuild(content: string, output: string, afterMs: number): Promise<void> {
  const args = ["bin/galley.js", "build", `--input=${content}`, `--output=${output}`, AS_OF];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  await sleep(afterMs);
  child.kill("SIGKILL");
  await ended;
}

test("a build killed at a random moment leaves whole files, and the next build heals, on new or reverted content", async (t) => {
  const home = temporaryFolder(t);
  const output = outputFolder(t);
  const content = join(home, "content");
  const place: Workplace = { content, publicFolder: join(home, "public"), output, layout: 0 };
  const next = random(11);
  settleIn(place, next);
  await build(content, output);

  for (let round = 0; round < ROUNDS; round++) {
    const saved = join(home, "saved");
    cpSync(content, saved, { recursive: true });
    const old = treeOf(output);
    const edit = editAtRandom(place, next);
    await killedBuild(content, output, next() * LONGEST_MS);
    const between = treeOf(output);
    for (const [path, bytes] of between) {
      assert.ok(path.endsWith("/") || bytes.length > 0 || old.get(path) === "", `${path} is empty`);
    }

    if (next() < 0.5) {
      rmSync(content, { recursive: true });
      cpSync(saved, content, { recursive: true });
    }
    rmSync(saved, { recursive: true });
    const clean = outputFolder(t);
    const { status } = await build(content, output);
    await build(content, clean);
    if (status === 0) assert.deepEqual(differences(treeOf(clean), treeOf(output)), [], edit);
    else assert.ok(!existsSync(clean), edit);
  }
});
