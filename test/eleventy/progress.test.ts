import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { progress } from "../../src/eleventy/progress.ts";

/** Longer than work is that shows nothing. */
const LONG_MS = 300;

/** What is written to standard error meanwhile, on a terminal or elsewhere. */
function errorOutput(t: TestContext, isTTY: boolean): readonly string[] {
  const { stderr } = process;
  const was = stderr.isTTY;
  const said: string[] = [];
  t.mock.method(stderr, "write", (text: string) => said.push(text) > 0);
  stderr.isTTY = isTTY;
  t.after(() => {
    stderr.isTTY = was;
  });
  return said;
}

test("long work shows on a terminal how far it is, and leaves a clean line behind", async (t) => {
  const said = errorOutput(t, true);
  const shown = progress("pages");
  shown.expect(100);
  await sleep(LONG_MS);
  shown.advance(64);
  shown.advance(6);
  shown.end();
  assert.deepEqual(said, ["\r64 of 100 pages ", "\r\u001b[K"]);
});

test("short work shows nothing", (t) => {
  const said = errorOutput(t, true);
  const shown = progress("pages");
  shown.expect(2);
  shown.advance(2);
  shown.end();
  assert.deepEqual(said, []);
});

test("long work shows nothing where nobody looks: in a file, in a pipe", async (t) => {
  const said = errorOutput(t, false);
  const shown = progress("pages");
  shown.expect(100);
  await sleep(LONG_MS);
  shown.advance(64);
  shown.end();
  assert.deepEqual(said, []);
});
