import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { lendReadings, memoryIn } from "../../src/build/memory.ts";
import { temporaryFolder } from "../support/folders.ts";

const sketch = Uint32Array.of(1, 2, 3);

/** A state folder in which one text is known. */
function knowing(state: string, text: string): string {
  const { sketches } = memoryIn(state, "code");
  sketches.set(text, sketch);
  sketches.save();
  return state;
}

test("a new output folder is lent what was read for another, and one that knows texts keeps its own", (t) => {
  const folder = temporaryFolder(t);
  const from = knowing(join(folder, "from"), "a");
  const [fresh, own] = [join(folder, "fresh"), knowing(join(folder, "own"), "b")];
  for (const to of [fresh, own]) lendReadings(from, to);
  assert.deepEqual(memoryIn(fresh, "code").sketches.get("a"), sketch);
  assert.equal(memoryIn(own, "code").sketches.get("a"), undefined);
  assert.deepEqual(memoryIn(own, "code").sketches.get("b"), sketch);
  lendReadings(join(folder, "nowhere"), join(folder, "else"));
});
