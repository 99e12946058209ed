import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDuplicates } from "../../src/duplicates/index.ts";
import { random } from "../support/random.ts";
import { essayWords, found, prosesOf, sentences, textsOf } from "./support.ts";

const PASSAGE = sentences(1, 6);
const SAID = PASSAGE.join(" ");
const BEFORE = sentences(2, 6).join(" ");
const AFTER = sentences(3, 6).join(" ");

/** The one passage of a text and a later one with an edited copy. */
function edited(copy: string, said = SAID) {
  const proses = prosesOf(`${BEFORE} ${said} ${AFTER}`, `Anew! ${copy} Enough.`);
  const [passage, ...others] = findDuplicates(proses);
  assert.deepEqual(others, []);
  const { kind, words, similarity } = passage!;
  return { kind, words, similarity, texts: textsOf(proses, passage!) };
}

/** With every nth word another. */
const changed = (text: string, every: number): string =>
  text
    .split(" ")
    .map((word, i) => (i % every === every >> 1 ? `neu${i}` : word))
    .join(" ");

describe("an edited passage", () => {
  it("has words changed, and its similarity says how many did not", () => {
    const copy = changed(SAID, 10);
    const { texts, ...passage } = edited(copy);
    assert.deepEqual(texts, [SAID, copy]);
    assert.deepEqual(passage, { kind: "edited", words: 72, similarity: 0.9 });
  });

  it("is still found with a fifth of its words changed, here and there", () => {
    let whole = 0;
    for (let seed = 0; seed < 20; seed++) {
      const next = random(seed);
      const said = sentences(seed + 100, 12).join(" ");
      const copy = said.split(" ").map((word, i) => (next() < 0.2 ? `neu${i}` : word));
      const proses = prosesOf(`${BEFORE} ${said} ${AFTER}`, `Anew! ${copy.join(" ")} Enough.`);
      const [passage, ...others] = findDuplicates(proses);
      assert.deepEqual(others, [], `seed ${seed}`);
      assert.equal(passage?.kind, "edited", `seed ${seed}`);
      if (passage.words >= 0.9 * copy.length) whole++;
    }
    assert.ok(whole >= 18, "nearly all of it, nearly always");
  });

  it("has words put in", () => {
    const copy = SAID.replace(PASSAGE[2]!, `${PASSAGE[2]!.slice(0, -1)}, as I said.`);
    const { texts, ...passage } = edited(copy);
    assert.deepEqual(texts, [SAID, copy]);
    assert.deepEqual(passage, { kind: "edited", words: 75, similarity: 0.98 });
  });

  it("has words left out", () => {
    const words = SAID.split(" ");
    const copy = words.filter((_, i) => i !== 20 && i !== 40).join(" ");
    const { texts, ...passage } = edited(copy);
    assert.deepEqual(texts, [SAID, copy]);
    assert.deepEqual(passage, { kind: "edited", words: 70, similarity: 0.99 });
  });

  it("has a sentence left out, or one put in", () => {
    const without = PASSAGE.filter((_, i) => i !== 3).join(" ");
    assert.deepEqual(edited(without), {
      kind: "edited",
      words: 60,
      similarity: 0.91,
      texts: [SAID, without],
    });
    assert.deepEqual(edited(SAID, without), {
      kind: "edited",
      words: 72,
      similarity: 0.91,
      texts: [without, SAID],
    });
  });

  it("has a sentence moved", () => {
    const copy = [0, 2, 3, 4, 1, 5].map((i) => PASSAGE[i]!).join(" ");
    const { texts, ...passage } = edited(copy);
    assert.deepEqual(texts, [SAID, copy]);
    assert.deepEqual(passage, { kind: "edited", words: 72, similarity: 0.99 });
  });

  it("ends with its sentences, where the next ones begin with a word alike by chance", () => {
    const copy = changed(SAID, 10);
    const ends = (said: string, again: string): readonly string[] => {
      const proses = prosesOf(said, again);
      const [passage, ...others] = findDuplicates(proses);
      assert.deepEqual(others, []);
      return textsOf(proses, passage!);
    };
    assert.deepEqual(ends(`${SAID}\n\nI have slept.`, `${copy}\n\nWhat I took is gone.`), [
      SAID,
      copy,
    ]);
    assert.deepEqual(ends(`${SAID}\nOthers stop. It goes.`, `${copy}\nIt did help.`), [SAID, copy]);
    assert.deepEqual(ends(`- ${SAID}\n4. Bake in a pot`, `- ${copy}\n4. Bake for long`), [
      SAID,
      copy,
    ]);
    assert.deepEqual(ends(`Many clothes pegs. ${SAID}`, `The pegs.\n\n${copy}`), [SAID, copy]);
  });

  it("keeps a short sentence at its end, and the last words before its texts end", () => {
    const copy = changed(SAID, 10);
    const short = [`${SAID} Rain!`, `${copy} Rain!`];
    assert.deepEqual(found(prosesOf(`${short[0]} Then`, `${short[1]} Others`)), [short]);
    const broken = [`${SAID} Rain fell`, `${copy} Rain fell`];
    assert.deepEqual(found(prosesOf(`${broken[0]} there`, `${broken[1]} here`)), [broken]);
  });

  it("is never wholly alike, however long it is", () => {
    const said = essayWords(9, 2000).join(" ");
    const copy = said.split(" ").with(1000, "neu").join(" ");
    const { kind, similarity } = edited(copy, said);
    assert.deepEqual([kind, similarity], ["edited", 0.99]);
  });

  it("is none where more than every third word is another", () => {
    const twoOfFive = SAID.split(" ").map((word, i) => (i % 5 < 3 ? word : `neu${i}`));
    assert.deepEqual(found(prosesOf(SAID, twoOfFive.join(" "))), []);
  });

  it("counts the words of the later copy", () => {
    const long = `${PASSAGE[0]} ${sentences(7, 1)[0]} ${PASSAGE.slice(1).join(" ")}`;
    assert.equal(edited(long).words, 84);
    assert.equal(edited(SAID, long).words, 72);
  });

  it("has 25 words on the shorter side", () => {
    const words = essayWords(4, 40);
    const copyOf = (count: number): string =>
      words.slice(0, count).toSpliced(12, 0, "neu").join(" ");
    const count = (length: number): number =>
      findDuplicates(prosesOf(words.slice(0, length).join(" "), copyOf(length))).length;
    assert.equal(count(24), 0);
    assert.equal(count(25), 1);
  });

  it("is one passage with a place for each of its copies, word for word or not", () => {
    const proses = prosesOf(
      `${BEFORE} ${SAID}`,
      `Here: ${SAID} ${AFTER}`,
      `There: ${changed(SAID, 12)} Then.`,
      `Last: ${SAID}`,
    );
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(
      passage!.places.map(({ id }) => id),
      ["0", "1", "2", "3"],
    );
  });

  it("keeps its fingerprint when it moves", () => {
    const copy = changed(SAID, 10);
    const fingerprint = (before: string): string =>
      findDuplicates(prosesOf(`${before} ${SAID}`, `Again. ${copy}`))[0]!.fingerprint;
    assert.equal(fingerprint("One."), fingerprint("Two three. Four."));
    const exact = findDuplicates(prosesOf(SAID, SAID))[0]!.fingerprint;
    assert.notEqual(fingerprint("One."), exact);
  });
});
