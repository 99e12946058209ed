import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differencesBetween, type Differences, type Excerpt } from "../../src/duplicates/index.ts";
import { foldWord } from "../../src/text/letters.ts";
import type { Span } from "../../src/text/span.ts";
import { wordsOf } from "../../src/text/words.ts";
import { random } from "../support/random.ts";
import { spanOf } from "../support/proof.ts";
import { essayWords } from "./support.ts";

const whole = (text: string, skip: readonly Span[] = []): Excerpt => ({
  prose: { text, skip },
  span: { start: 0, end: text.length },
});

const said = ({ prose: { text } }: Excerpt, spans: readonly Span[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** What only the one and only the other says. */
function differences(a: Excerpt | string, b: Excerpt | string): Record<"a" | "b", unknown> {
  const [x, y] = [a, b].map((side) => (typeof side === "string" ? whole(side) : side));
  const found = differencesBetween(x!, y!);
  return { a: said(x!, found.a), b: said(y!, found.b) };
}

const TEXT = "The tide went out, and nobody had come down to the harbour to see the boats.";

describe("differencesBetween", () => {
  it("finds none between equal texts, also where case, marks and lines differ", () => {
    assert.deepEqual(differences(TEXT, TEXT), { a: [], b: [] });
    const set = TEXT.toUpperCase().replaceAll(" ", "\n").replace(",", " —");
    assert.deepEqual(differences(TEXT, `*${set}*`), { a: [], b: [] });
  });

  it("finds a word that was put in place of another", () => {
    const now = TEXT.replace("nobody", "somebody");
    assert.deepEqual(differences(TEXT, now), { a: ["nobody"], b: ["somebody"] });
  });

  it("finds what was put in, and what was left out", () => {
    const now = TEXT.replace(" to see", " early in the morning to see");
    assert.deepEqual(differences(TEXT, now), { a: [], b: ["early in the morning"] });
    assert.deepEqual(differences(now, TEXT), { a: ["early in the morning"], b: [] });
  });

  it("gives words that stand in a row as one span, over line breaks too", () => {
    const now = TEXT.replace(" to see", " early.\n\nIn the morning\nto see");
    assert.deepEqual(differences(TEXT, now), { a: [], b: ["early.\n\nIn the morning"] });
  });

  it("takes a sentence that has moved for no difference", () => {
    const first = "The tide went out early that day in May. ";
    const second = "Nobody had come down to see it. ";
    assert.deepEqual(differences(first + second, second + first), { a: [], b: [] });
    const changed = first.replace("early", "late");
    assert.deepEqual(differences(first + second, second + changed), { a: ["early"], b: ["late"] });
  });

  it("looks at the given places alone, and not at what is no prose", () => {
    const a = `Before. ${TEXT} After.`;
    const b = TEXT.replace("nobody", "nobody `const x = 1` else");
    assert.deepEqual(
      differences(
        { prose: { text: a, skip: [] }, span: spanOf(a, TEXT) },
        whole(b, [spanOf(b, "`const x = 1`")]),
      ),
      { a: [], b: ["else"] },
    );
  });

  it("says of texts without a common word that all is different, and of empty ones nothing", () => {
    assert.deepEqual(differences("one two", "three four."), { a: ["one two"], b: ["three four"] });
    assert.deepEqual(differences("", "three four"), { a: [], b: ["three four"] });
    assert.deepEqual(differences("", ""), { a: [], b: [] });
  });

  it("compares scripts without spaces by character", () => {
    const now = "私は昨日東京に行きました。";
    assert.deepEqual(differences("私は今日東京に行きました。", now), { a: ["今"], b: ["昨"] });
  });

  it("finds the changes of a refrain that is said again and again", () => {
    const refrain = Array.from({ length: 200 }, () => "All work and no play.").join(" ");
    assert.deepEqual(differences(refrain, refrain), { a: [], b: [] });
    const half = refrain.length / 2 + 1;
    const now = `${refrain.slice(0, half)} Some rest. ${refrain.slice(half)}`;
    assert.deepEqual(differences(refrain, now).b, ["Some rest"]);
  });
});

const ROUNDS = 300;

/** A text and a copy of it in which words were changed, put in and left out, and sentences moved. */
function edited(seed: number): readonly [Excerpt, Excerpt] {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const words = essayWords(seed, 10 + below(150));
  const rate = next() * 0.5;
  let copy = words.flatMap((word) => {
    if (next() >= rate) return [word];
    return [[], ["neu"], [word, "plus"]][below(3)]!;
  });
  if (below(3) === 0) {
    const at = below(copy.length);
    copy = [...copy.slice(at), ...copy.slice(0, at)];
  }
  const separators = [" ", "\n", ", ", ". ", "\n\n"];
  const set = (list: readonly string[]): Excerpt =>
    whole(list.map((word) => word + separators[below(separators.length)]!).join(""));
  return [set(words), set(copy)];
}

const foldedWords = ({ prose: { text } }: Excerpt, span?: Span): readonly string[] => {
  const { count, starts, ends } = wordsOf(text, span);
  return Array.from({ length: count }, (_, i) => foldWord(text.slice(starts[i], ends[i])));
};

/** The words that stand in no span, sorted. */
function commonWords(side: Excerpt, spans: readonly Span[]): readonly string[] {
  const { text } = side.prose;
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => !spans.some(({ start, end }) => start <= starts[i]! && ends[i]! <= end))
    .map((i) => foldWord(text.slice(starts[i], ends[i])))
    .toSorted();
}

describe("differencesBetween, whatever the texts", () => {
  const rounds = Array.from({ length: ROUNDS }, (_, seed) => {
    const [a, b] = edited(seed);
    return { seed, a, b, found: differencesBetween(a, b), swapped: differencesBetween(b, a) };
  });

  it("gives spans of whole words, sorted and with common words between them", () => {
    for (const { seed, a, b, found } of rounds) {
      for (const [side, spans] of sidesOf(a, b, found)) {
        const { starts, ends, count } = wordsOf(side.prose.text);
        const isWhole = ({ start, end }: Span): boolean =>
          starts.subarray(0, count).includes(start) && ends.subarray(0, count).includes(end);
        assert.ok(spans.every(isWhole), `seed ${seed}`);
        spans.slice(1).forEach(({ start }, i) => {
          const between = { start: spans[i]!.end, end: start };
          assert.ok(foldedWords(side, between).length > 0, `seed ${seed}`);
        });
      }
    }
  });

  it("leaves the same words on both sides", () => {
    for (const { seed, a, b, found } of rounds) {
      assert.deepEqual(commonWords(a, found.a), commonWords(b, found.b), `seed ${seed}`);
    }
  });

  it("finds the same differences whichever place is asked first", () => {
    for (const { seed, found, swapped } of rounds) {
      assert.deepEqual({ a: swapped.b, b: swapped.a }, found, `seed ${seed}`);
    }
  });
});

const sidesOf = (a: Excerpt, b: Excerpt, found: Differences) =>
  [
    [a, found.a],
    [b, found.b],
  ] as const;
