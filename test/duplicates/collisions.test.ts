import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differencesBetween, findDuplicates, sketchOf } from "../../src/duplicates/index.ts";
import { wordsOf } from "../../src/text/words.ts";
import { foldedWords, prosesOf, sentences, textsOf } from "./support.ts";

/** Words and others with the same 32 bits, found by trying: one pair for every word of a passage and more. */
const WORDS =
  `nanakoza mulegula zekimusa rekozigu haziketo fugolahe rosaleko fafiferi retalusi zufibupu vasufive
  hiduhodo zigunuma kolotesi hirazafi sohasote kameseta navukazo nibituko paponagi fupivebo tavuzepu bahamile havinumu
  zivoruso tivireku vozatevo nogevole zifebaba musohogi kerumosi dubiraza`.split(/\s+/);
const TWINS =
  `kehorolo sozalose vitahamu foruzeto mehuvuno zuvovugi temasuta vahefodo fidetisi nivuripu povadoku
  vibonele tozotahu hanolupi dekugube hefasogu tebatise zisirutu gelidono neledoke tohubuhi zivigise naruzoku zigerepo
  kupokesi vilotike kosapile vigoponu zutitaho nuburiga fikegaka hodipuhe`.split(/\s+/);
const SAID = WORDS.join(" ");
const TWIN = TWINS.join(" ");

describe("words of equal hashes", () => {
  it("are what this file is about: if they no longer collide, others are to be found", () => {
    assert.deepEqual(wordsOf(SAID).hashes, wordsOf(TWIN).hashes);
    assert.deepEqual(sketchOf(prosesOf(SAID)[0]!), sketchOf(prosesOf(TWIN)[0]!));
    assert.ok(WORDS.every((word, i) => word !== TWINS[i]) && WORDS.length >= 30);
  });

  it("are no copy", () => {
    assert.deepEqual(findDuplicates(prosesOf(`First ${SAID}.`, `Then ${TWIN}.`)), []);
    assert.deepEqual(findDuplicates(prosesOf(`${SAID} ${TWIN}`)), []);
    assert.deepEqual(findDuplicates(prosesOf(SAID, TWIN), { reworked: true }), []);
  });

  it("are no signature where many essays end on them", () => {
    const proses = prosesOf(
      ...Array.from(
        { length: 40 },
        (_, i) => `${sentences(i, 4).join(" ")} ${i === 20 ? TWIN : SAID}`,
      ),
    );
    const [signature, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.equal(signature!.places.length, 39);
    assert.ok(signature!.places.every(({ id }) => id !== "20"));
  });

  it("do not keep a copy from being found behind them", () => {
    const proses = prosesOf(SAID, TWIN, `So: ${TWIN}!`, `Well, ${SAID}?`);
    const passages = findDuplicates(proses).map((passage) =>
      textsOf(proses, passage).map(foldedWords),
    );
    assert.deepEqual(passages, [
      [TWINS, TWINS],
      [WORDS, WORDS],
    ]);
  });

  it("end a copy, and are among the changes of an edited one", () => {
    const [before, after] = [sentences(50, 3).join(" "), sentences(51, 3).join(" ")];
    const of = (word: string): string => `${before} ${word} ${after}`;
    const proses = prosesOf(of(WORDS[0]!), of(TWINS[0]!));
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual([passage!.kind, passage!.similarity], ["edited", 0.99]);
    const [a, b] = passage!.places.map(({ span }, i) => ({ prose: proses[i]!, span }));
    const { a: there, b: here } = differencesBetween(a!, b!);
    assert.deepEqual(
      [there, here].map((spans, i) =>
        spans.map(({ start, end }) => proses[i]!.text.slice(start, end)),
      ),
      [[WORDS[0]], [TWINS[0]]],
    );
  });
});
