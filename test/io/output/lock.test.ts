import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "../../../src/io/output/lock.ts";
import { temporaryFolder } from "../../support/folders.ts";

const stateFor = (t: TestContext): string => join(temporaryFolder(t), "state");

/** A process that does nothing, until the test ends. */
function living(t: TestContext): number {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1e6)"], {
    stdio: "ignore",
  });
  t.after(async () => {
    const ended = once(child, "close");
    child.kill();
    await ended;
  });
  return child.pid!;
}

/** The number of a process that was, and is no more. */
const dead = (): number => spawnSync(process.execPath, ["--eval", ""]).pid;

function heldBy(state: string, holder: string): string {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, "lock"), holder);
  return join(state, "lock");
}

test("is free where nobody holds it, says who has it, and is free again when it is given back", async (t) => {
  const state = stateFor(t);
  const { release, hasWaited } = await lock(state);
  assert.equal(readFileSync(join(state, "lock"), "utf8").split("\n")[0], String(process.pid));
  assert.equal(hasWaited, false);
  release();
  assert.ok(!existsSync(join(state, "lock")));
  (await lock(state)).release();
});

test("a second build waits until the first is done", async (t) => {
  const state = stateFor(t);
  const path = heldBy(state, String(living(t)));
  let isTaken = false;
  const waiting = lock(state).then((taken) => {
    isTaken = true;
    return taken;
  });
  await sleep(200);
  assert.equal(isTaken, false);
  writeFileSync(path, String(dead()));
  const { release, hasWaited } = await waiting;
  assert.equal(hasWaited, true);
  release();
});

test("the lock of a dead process is taken over", async (t) => {
  const state = stateFor(t);
  heldBy(state, String(dead()));
  (await lock(state)).release();
  assert.ok(!existsSync(join(state, "lock")));
});

test("a lock with the number of this very process is of one that had it before", async (t) => {
  const state = stateFor(t);
  heldBy(state, String(process.pid));
  (await lock(state)).release();
});

test("builds in many processes take turns", async (t) => {
  const state = stateFor(t);
  const diary = join(state, "diary");
  mkdirSync(state, { recursive: true });
  const program = `
    import { appendFileSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    import { lock } from ${JSON.stringify(new URL("../../../src/io/output/lock.ts", import.meta.url).href)};
    for (let i = 0; i < 5; i++) {
      const { release } = await lock(${JSON.stringify(state)});
      appendFileSync(${JSON.stringify(diary)}, process.pid + " in\\n");
      await sleep(5);
      appendFileSync(${JSON.stringify(diary)}, process.pid + " out\\n");
      release();
    }`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, args, { stdio: "inherit" }),
  );
  const codes = await Promise.all(
    children.map(async (child) => (await once(child, "close"))[0] as number),
  );
  assert.deepEqual(codes, [0, 0, 0]);
  const lines = readFileSync(diary, "utf8").trimEnd().split("\n");
  assert.equal(lines.length, 30);
  for (let i = 0; i < lines.length; i += 2) {
    const pid = lines[i]!.split(" ")[0];
    assert.deepEqual(lines.slice(i, i + 2), [`${pid} in`, `${pid} out`]);
  }
});
