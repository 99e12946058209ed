import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { found, prosesOf, sentences, textsOf } from "./support.ts";

const PASSAGE = sentences(1, 5);
const said = PASSAGE.join(" ");
const before = sentences(2, 8).join(" ");
const between = sentences(3, 8).join(" ");
const after = sentences(4, 8).join(" ");

describe("a copy", () => {
  it("is found right behind its original", () => {
    for (const gap of [" ", "\n", "\n\n"]) {
      const proses = prosesOf(`${before} ${said}${gap}${said} ${after}`);
      assert.deepEqual(found(proses), [[said, said]]);
    }
  });

  it("is found where a whole essay was pasted twice, and where it was pasted three times", () => {
    const essay = sentences(5, 60).join("\n\n");
    assert.deepEqual(found(prosesOf(`${essay}\n${essay}`)), [[essay, essay]]);
    assert.deepEqual(found(prosesOf(`${essay}\n${essay}\n${essay}\n`)), [[essay, essay, essay]]);
  });

  it("is one passage across paragraphs, headings and lists", () => {
    const set = `${PASSAGE[0]}\n\n## ${PASSAGE[1]}\n\n- ${PASSAGE[2]}\n- ${PASSAGE[3]}\n\n${PASSAGE[4]}`;
    const proses = prosesOf(
      `${before} ${said} ${after}`,
      `${between}\n\n${set}\n\n${before.length}`,
    );
    assert.deepEqual(found(proses), [[said, set]]);
  });

  it("is one passage where sentences were put between its pieces", () => {
    const put = sentences(6, 2);
    const copy = [PASSAGE[0], PASSAGE[1], put[0], PASSAGE[2], put[1], PASSAGE[3], PASSAGE[4]].join(
      " ",
    );
    const proses = prosesOf(`${before} ${said} ${after}`, `${between} ${copy}`);
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(textsOf(proses, passage!), [said, copy]);
    assert.deepEqual([passage!.kind, passage!.similarity], ["edited", 0.83]);
  });

  it("is one passage where its sentences stand in another order", () => {
    const copy = [3, 1, 4, 0, 2].map((i) => PASSAGE[i]!).join(" ");
    const proses = prosesOf(`${before} ${said} ${after}`, `${between} ${copy} Et cetera.`);
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(textsOf(proses, passage!), [said, copy]);
    assert.deepEqual([passage!.kind, passage!.similarity], ["edited", 0.99]);
  });

  it("is as many passages as there are pieces, where essays stand between them", () => {
    const pieces = [sentences(7, 3).join(" "), sentences(8, 3).join(" ")] as const;
    const proses = prosesOf(
      `${before} ${pieces[0]} ${pieces[1]} ${after}`,
      `${pieces[0]} ${between} ${between.toUpperCase().split(" ").toReversed().join(" ")} ${pieces[1]}`,
    );
    assert.deepEqual(found(proses), [
      [pieces[0], pieces[0]],
      [pieces[1], pieces[1]],
    ]);
  });
});
