import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  findDuplicates,
  isSignature,
  leavePassages,
  sketchOf,
  type Passage,
  type Prose,
} from "../../src/duplicates/index.ts";
import { random } from "../support/random.ts";
import { essayWords, prose, prosesOf, sentences } from "./support.ts";

const LIBRARIES = 80;
const EDITS = 6;
/** From this many texts on, what all of them say is a signature. */
const MANY = 17;
const SIGNATURE = essayWords(9001, 30);
const IDIOM = essayWords(9003, 9);

type Words = string[];
type Below = (limit: number) => number;

const belowOf =
  (next: () => number): Below =>
  (limit) =>
    Math.floor(next() * limit);

const someOf = (words: Words, below: Below, least: number): Words => {
  const start = below(words.length);
  return words.slice(start, start + least + below(60));
};

/** 12 to 40 texts; some copy from an earlier one, with a word changed here and there, and many end on a signature. */
function library(seed: number): readonly Words[] {
  const below = belowOf(random(seed));
  const texts: Words[] = [];
  for (let count = 12 + below(29); count > 0; count--) {
    const words = [...essayWords(seed * 100 + count, 40 + below(120))];
    if (below(3) === 0 && texts.length > 0) {
      const rate = below(2) * 10;
      const copied = someOf(texts[below(texts.length)]!, below, 10);
      const edited = copied.map((word) => (below(100) < rate ? `neu${below(999)}` : word));
      words.splice(below(words.length), 0, ...edited);
    }
    if (below(4) === 0) words.splice(below(words.length), 0, ...IDIOM);
    texts.push(words);
  }
  if (texts.length >= MANY) for (const words of texts) words.push(...SIGNATURE);
  return texts;
}

/** What a writer does to one text of many. */
const edits: readonly ((words: Words, all: readonly Words[], below: Below) => void)[] = [
  (words, _, below) =>
    words.splice(below(words.length), 0, ...essayWords(below(1e6), 1 + below(20))),
  (words, _, below) => words.splice(below(words.length), 1 + below(10)),
  (words, all, below) =>
    words.splice(below(words.length), 0, ...someOf(all[below(all.length)]!, below, 3)),
  (words, all, below) => {
    const pasted = someOf(all[below(all.length)]!, below, 20);
    const edited = pasted.map((word) => (below(8) === 0 ? `anders${below(99)}` : word));
    words.splice(below(words.length), 0, ...edited);
  },
  (words, _, below) => words.splice(below(words.length), 0, ...someOf(words, below, 3)),
  (words, _, below) => words.splice(below(words.length), 1, `changed${below(99)}`),
  (words, _, below) => words.splice(below(words.length), 0, ...IDIOM),
  (words, _, below) => {
    const moved = words.splice(below(words.length), 5 + below(20));
    words.splice(below(words.length + 1), 0, ...moved);
  },
];

const prosesIn = (texts: readonly Words[]): readonly Prose[] =>
  prosesOf(...texts.map((words) => words.join(" ")));

/** Passages without the spans in some texts. */
const besides = (passages: readonly Passage[], ids: ReadonlySet<string>): unknown =>
  passages.map(({ places, ...passage }) => ({
    ...passage,
    places: places.map((place) => (ids.has(place.id) ? { id: place.id } : place)),
  }));

describe("edits that leave passages as they were", () => {
  it("do so: what is found afterwards is what was found before, whatever was edited", () => {
    const counts = { asked: 0, left: 0 };
    for (let seed = 0; seed < LIBRARIES; seed++) {
      const texts = library(seed);
      const before = prosesIn(texts);
      const found = findDuplicates(before);
      const copying = new Set(
        found
          .filter((passage) => !isSignature(passage))
          .flatMap(({ places }) => places.map(({ id }) => id)),
      );
      const free = before.filter(({ id }) => !copying.has(id));
      if (free.length === 0) continue;
      for (let edit = 0; edit < EDITS; edit++) {
        const below = belowOf(random(seed * EDITS + edit + 1_000_000));
        const chosen = [
          free[below(free.length)]!,
          ...(below(3) === 0 ? [free[below(free.length)]!] : []),
        ];
        const now = texts.map((words) => [...words]);
        for (const { order } of chosen) edits[below(edits.length)]!(now[order]!, now, below);
        const after = prosesIn(now);
        const ids = new Set(chosen.map(({ id }) => id));
        counts.asked++;
        const isLeft = leavePassages(
          after
            .filter(({ id }) => ids.has(id))
            .map((prose) => ({ now: prose, before: sketchOf(before[prose.order]!) })),
          after.filter(({ id }) => !ids.has(id)),
        );
        if (!isLeft) continue;
        counts.left++;
        assert.deepEqual(
          besides(findDuplicates(after), ids),
          besides(found, ids),
          `seed ${seed}, edit ${edit}`,
        );
      }
    }
    assert.ok(counts.left > counts.asked / 5, `${counts.left} of ${counts.asked}`);
  });
});

const OWN = Array.from({ length: 5 }, (_, i) => sentences(i + 10, 6).join(" "));
const BEFORE = prosesOf(...OWN);

/** Whether an edit of the third of five texts leaves what is found. */
function isLeftBy(text: string, before: readonly Prose[] = BEFORE): boolean {
  const edit = { now: { ...before[2]!, text }, before: sketchOf(before[2]!) };
  return leavePassages(
    [edit],
    before.filter(({ id }) => id !== "2"),
  );
}

describe("an edit of a text that shares nothing", () => {
  it("leaves passages as they were, where words change that nobody else has", () => {
    assert.ok(isLeftBy(`${OWN[2]} And one thing more.`));
    assert.ok(isLeftBy(OWN[2]!.slice(40)));
    assert.ok(isLeftBy(""));
  });

  it("does not where it pastes a passage, of another text or of its own", () => {
    assert.ok(!isLeftBy(`${OWN[2]} ${OWN[3]}`));
    assert.ok(!isLeftBy(`${OWN[2]} ${OWN[2]}`));
  });

  it("does not where it pastes one with words changed", () => {
    assert.ok(
      !isLeftBy(`${OWN[2]} ${OWN[0]!.split(" ").with(20, "neu").with(40, "neu").join(" ")}`),
    );
  });

  it("leaves them where it pastes less than a passage", () => {
    assert.ok(isLeftBy(`${OWN[2]} ${sentences(10, 1)[0]}`));
  });

  it("does not where it breaks or joins a signature", () => {
    const signature = sentences(1, 3).join(" ");
    const signed = prosesOf(
      ...Array.from({ length: 30 }, (_, i) => `${sentences(i + 100, 6).join(" ")} ${signature}`),
    );
    const own = signed[2]!.text;
    assert.ok(isLeftBy(`Well. ${own}`, signed));
    assert.ok(!isLeftBy(own.replace(signature, ""), signed));
    assert.ok(!isLeftBy(own.replace(signature, `${signature.slice(0, 100)} or so`), signed));
  });

  it("does not where it sets two halves of a passage around a signature, as another text does", () => {
    const signature = sentences(1, 5).join(" ");
    const [first, second] = [sentences(2, 1)[0]!, sentences(3, 2).join(" ").slice(0, 80)];
    const signed = prosesOf(
      ...Array.from({ length: 30 }, (_, i) => {
        const own = sentences(i + 100, 6).join(" ");
        return i === 9 ? `${own} ${first} ${signature} ${second}` : `${own} ${signature}`;
      }),
    );
    const text = signed[2]!.text.replace(signature, `${first} ${signature} ${second}`);
    const now = signed.with(2, { ...signed[2]!, text });
    assert.equal(findDuplicates(now).length, findDuplicates(signed).length + 1);
    assert.ok(!isLeftBy(text, signed));
  });

  it("may not where passages in other words are looked for: they share no grams", () => {
    const edit = {
      now: { ...BEFORE[2]!, text: `${OWN[2]} And one.` },
      before: sketchOf(BEFORE[2]!),
    };
    assert.ok(!leavePassages([edit], BEFORE.toSpliced(2, 1), { reworked: true }));
  });

  it("reads no other text where it shares no words with one", () => {
    const unread = BEFORE.map(({ id, order }) => ({
      id,
      order,
      skip: [],
      get text(): string {
        throw new Error(`${id} was read`);
      },
    }));
    const sketches = new Map(BEFORE.map((text) => [text.id, sketchOf(text)]));
    const now = prose("2", 2, `${OWN[2]} And one thing more.`);
    const sketchKnown = (text: Prose): Uint32Array =>
      text === now ? sketchOf(prose("2", 2, now.text)) : sketches.get(text.id)!;
    assert.ok(
      leavePassages(
        [{ now, before: sketches.get("2")! }],
        unread.filter(({ id }) => id !== "2"),
        { sketchOf: sketchKnown },
      ),
    );
  });
});
