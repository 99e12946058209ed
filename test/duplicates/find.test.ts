import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { findDuplicates, type Passage } from "../../src/duplicates/index.ts";
import { essayWords, prose, textsOf } from "./support.ts";

const ESSAY = "essays/2026-02-24-who-is-on-call.txt";
const HEADER = { start: 0, end: 24 };

const placesOf = ({ places }: Passage): readonly string[] =>
  places.map(({ id, span }) => `${id} ${span.start}-${span.end}`);

describe("the real essay", () => {
  it("was pasted twice: one passage of 235 words", () => {
    const text = readFileSync(new URL(`../../content/${ESSAY}`, import.meta.url), "utf8");
    const [passage, ...others] = findDuplicates([{ id: ESSAY, text, skip: [HEADER], order: 0 }]);
    assert.deepEqual(others, []);
    assert.deepEqual(passage, {
      kind: "exact",
      words: 235,
      isVerbatim: true,
      similarity: 1,
      places: [
        { id: ESSAY, span: { start: 24, end: 1532 } },
        { id: ESSAY, span: { start: 1533, end: 3041 } },
      ],
      fingerprint: passage!.fingerprint,
    });
    assert.match(passage.fingerprint, /^[a-f][0-9a-f]{15}$/);
  });
});

describe("a passage", () => {
  const words = essayWords(1, 40);
  const said = words.join(" ");

  const differences: readonly (readonly [string, string])[] = [
    ["line breaks changed", words.join("\n")],
    ["paragraphs changed", words.join(" ").replaceAll(/(\S+ \S+ \S+) /g, "$1\r\n\r\n")],
    ["case changed", said.toUpperCase()],
    ["punctuation changed", words.join(" — ")],
    ["emphasis changed", words.map((word) => `*${word}*`).join(" ")],
    ["quotes changed", words.map((word) => `“${word}”`).join(", ")],
    ["soft hyphens are inside", words.map((word) => word.replace(/^(..)/, "$1\u00ad")).join(" ")],
  ];
  for (const [difference, copy] of differences) {
    it(`is found though its ${difference}`, () => {
      const proses = [prose("a", 0, `First ${said} then.`), prose("b", 1, `Last ${copy} now.`)];
      const [passage, ...others] = findDuplicates(proses);
      assert.deepEqual(others, []);
      assert.equal(passage?.words, 40);
      assert.equal(textsOf(proses, passage)[0], said);
    });
  }

  it("is found whatever its link's target is", () => {
    const link = (target: string): string => `[${words[0]}](${target}) ${words.slice(1).join(" ")}`;
    const proses = ["one.md", "another/two.md"].map((target, order) => {
      const text = link(target);
      const start = text.indexOf("(") + 1;
      return prose(`${order}`, order, text, [{ start, end: start + target.length }]);
    });
    assert.equal(findDuplicates(proses)[0]?.words, 40);
  });

  it("is 25 words or more", () => {
    const found = (length: number): number => {
      const part = words.slice(0, length).join(" ");
      return findDuplicates([prose("a", 0, `one ${part} two`), prose("b", 1, `three ${part} four`)])
        .length;
    };
    assert.equal(found(24), 0);
    assert.equal(found(25), 1);
  });

  it("is as long as the caller says", () => {
    const part = words.slice(0, 7).join(" ");
    const proses = [prose("a", 0, `one ${part} two`), prose("b", 1, `three ${part} four`)];
    assert.equal(findDuplicates(proses, { minWords: 8 }).length, 0);
    assert.equal(findDuplicates(proses, { minWords: 7 })[0]?.words, 7);
  });

  it("is 50 characters or more in a script without spaces", () => {
    const found = (length: number): number => {
      const part = Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
      return findDuplicates([prose("a", 0, `甲${part}乙`), prose("b", 1, `丙${part}丁`)]).length;
    };
    assert.equal(found(49), 0);
    assert.equal(found(50), 1);
  });

  it("takes the punctuation behind its last word, but no opening bracket and no line break", () => {
    const endings = [
      ["!”)", " More."],
      ["", "(more)"],
      ["", "\n…"],
      ["…", " "],
    ] as const;
    for (const [own, next] of endings) {
      const proses = [prose("a", 0, `${said}${own}${next}`), prose("b", 1, `Well: ${said}`)];
      assert.equal(textsOf(proses, findDuplicates(proses)[0]!)[0], said + own);
    }
  });

  it("does not reach into what is skipped", () => {
    const text = `${said}.!`;
    const proses = [
      prose("a", 0, text, [{ start: said.length + 1, end: text.length }]),
      prose("b", 1, said),
    ];
    assert.equal(textsOf(proses, findDuplicates(proses)[0]!)[0], `${said}.`);
  });

  it("is not what is skipped", () => {
    const proses = [prose("a", 0, said), prose("b", 1, said, [{ start: 0, end: said.length }])];
    assert.deepEqual(findDuplicates(proses), []);
  });

  it("keeps its fingerprint when it moves and changes case", () => {
    const fingerprint = (before: string, copy: string): string =>
      findDuplicates([prose("a", 0, said), prose("b", 1, `${before} ${copy}`)])[0]!.fingerprint;
    assert.equal(fingerprint("One", said), fingerprint("Two three. Four", said.toUpperCase()));
  });

  it("may stand in an empty company", () => {
    assert.deepEqual(findDuplicates([]), []);
    assert.deepEqual(findDuplicates([prose("a", 0, ""), prose("b", 1, "Two words")]), []);
  });
});

describe("copies of one passage", () => {
  const A = `${essayWords(2, 60).join(" ")}.`;

  it("are one passage with a place each, three pasted in a row", () => {
    const proses = [prose("a", 0, [A, A, A].join("\n"))];
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(textsOf(proses, passage!), [A, A, A]);
  });

  it("are one passage with a place each, seven in a row", () => {
    const proses = [prose("a", 0, Array(7).fill(A).join("\n\n"))];
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(textsOf(proses, passage!), Array(7).fill(A));
  });

  it("are in order of time, then of their ids, then of their places", () => {
    const proses = [
      prose("late", 9, A),
      prose("b", 5, `${A}\nbetween ${A}`),
      prose("a", 5, A),
      prose("early", 1, A),
    ];
    const ids = findDuplicates(proses)[0]!.places.map(({ id }) => id);
    assert.deepEqual(ids, ["early", "a", "b", "b", "late"]);
  });

  it("are one passage though the words beside two of them are equal by chance", () => {
    const proses = ["One.", "Two says.", "Three says.", "Four.", "Five says."].map((before, i) =>
      prose(`${i}`, i, `${before} ${A} ${i % 2 ? "Yours" : "Bye"}`),
    );
    const [passage, ...others] = findDuplicates(proses);
    assert.deepEqual(others, []);
    assert.deepEqual(textsOf(proses, passage!), Array(5).fill(A));
  });

  it("are told from a part of them that stands elsewhere", () => {
    const part = A.split(" ").slice(10, 40).join(" ");
    const proses = [prose("a", 0, A), prose("b", 1, A), prose("c", 2, `Once more: ${part}`)];
    const found = findDuplicates(proses).map(({ words, places }) => [
      words,
      places.map(({ id }) => id),
    ]);
    assert.deepEqual(found, [
      [60, ["a", "b"]],
      [30, ["a", "b", "c"]],
    ]);
  });

  it("from two sources are two passages that don't overlap", () => {
    const B = `${essayWords(3, 50).join(" ")}.`;
    const proses = [prose("a", 0, A), prose("b", 1, B), prose("c", 2, `${A} ${B}`)];
    const found = findDuplicates(proses);
    assert.deepEqual(found.map(placesOf), [
      [`a 0-${A.length}`, `c 0-${A.length}`],
      [`b 0-${B.length}`, `c ${A.length + 1}-${A.length + 1 + B.length}`],
    ]);
  });

  it("of a copy are one passage, however many sources it was put together from", () => {
    const X = `${essayWords(4, 30).join(" ")}.`;
    const whole = `${A} ${X} ${essayWords(5, 30).join(" ")}.`;
    const proses = [prose("a", 0, X), prose("b", 1, whole), prose("c", 2, whole)];
    const last = findDuplicates(proses).filter(({ places }) => places.at(-1)!.id === "c");
    assert.deepEqual(
      last.map(({ words }) => words),
      [120],
    );
  });
});
