import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { attempt } from "../support/build.ts";
import { differences, treeOf } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";
import { editAtRandom, settleIn, type Workplace } from "../support/writer.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];
const EDITS = 25;
const AS_OF = "2026-11-21";

/** Builds with the layouts that the workplace has now. */
const build = ({ content, publicFolder, layout }: Workplace, output: string) =>
  attempt(content, { output, publicFolder, asOf: AS_OF, layout });

for (const seed of SEEDS) {
  test(`an incremental build is a clean build, byte for byte, after any edits (seed ${seed})`, async (t) => {
    const home = temporaryFolder(t);
    const output = outputFolder(t);
    const place: Workplace = {
      content: join(home, "content"),
      publicFolder: join(home, "public"),
      output,
      layout: 0,
    };
    const next = random(seed);
    settleIn(place, next);
    await build(place, output);

    const history: string[] = [];
    let built = 0;
    for (let i = 0; i < EDITS; i++) {
      history.push(editAtRandom(place, next));
      const before = treeOf(output);
      const { outcome } = await build(place, output);
      const clean = outputFolder(t);
      const { outcome: cleanOutcome } = await build(place, clean);

      assert.equal(outcome === undefined, cleanOutcome === undefined, history.join("\n"));
      const expected = existsSync(clean) ? treeOf(clean) : before;
      assert.deepEqual(differences(expected, treeOf(output)), [], history.join("\n"));
      if (outcome) built++;
    }
    assert.ok(built > EDITS / 2, "most edits are to lead to a site");
  });
}

test("a build after no edit writes nothing", async (t) => {
  const home = temporaryFolder(t);
  const output = outputFolder(t);
  const place: Workplace = {
    content: join(home, "content"),
    publicFolder: join(home, "public"),
    output,
    layout: 0,
  };
  settleIn(place, random(7));
  await build(place, output);
  const { outcome } = await build(place, output);
  assert.deepEqual([outcome?.written, outcome?.removed], [0, 0]);
});
