import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { without } from "../../src/fixing/index.ts";
import { essayWords } from "../duplicates/support.ts";
import { random } from "../support/random.ts";
import { fixedEssay, wordsIn } from "./support.ts";

const ROUNDS = 300;

interface Pasted {
  readonly text: string;
  readonly base: string;
  readonly sentences: readonly string[];
}

type Next = (limit: number) => number;

/** Sentences that no other sentence is, of four words or more. */
function sentence(below: Next, number: number): string {
  const words = [...essayWords(below(1e6), 4 + below(14)), `number${number}`];
  const end = [".", ".", ".", "?", "!", "…"][below(6)]!;
  const text = words.join(below(8) === 0 ? ", " : " ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}

const dressed = (below: Next, text: string): string => {
  switch (below(9)) {
    case 0:
      return `*${text}*`;
    case 1:
      return `**${text}**`;
    case 2:
      return `[${text}](https://a.example/${below(3)} "words of a title")`;
    case 3:
      return `“${text}”`;
    case 4:
      return `(${text})`;
    default:
      return text;
  }
};

/** An essay into which some of it was pasted once more, or more often, wherever the cursor stood. */
function pasted(seed: number, format: "md" | "txt"): Pasted {
  const next = random(seed);
  const below: Next = (limit) => Math.floor(next() * limit);
  const sentences: string[] = [];
  const gap = format === "md" ? "\n\n" : ["\n", "\n\n"][below(2)]!;
  const said = (): string => {
    const one = sentence(below, sentences.length);
    sentences.push(one);
    return format === "md" ? dressed(below, one) : one;
  };
  const paragraph = (): string => Array.from({ length: 1 + below(5) }, said).join(" ");
  const block = (): string => {
    const kind = format === "txt" ? 9 : below(12);
    if (kind === 0) return `## ${said()}`;
    if (kind === 1)
      return Array.from({ length: 1 + below(3) }, () => `- ${paragraph()}`).join("\n");
    if (kind === 2)
      return Array.from({ length: 1 + below(3) }, (_, i) => `${i + 1}. ${said()}`).join("\n");
    if (kind === 3) return `> ${paragraph()}`;
    if (kind === 4) return `![](picture.png)`;
    if (kind === 5) return `${paragraph()}  \n${paragraph()}`;
    if (kind === 6) return `${paragraph()}\n${paragraph()}`;
    if (kind === 7) return `| a | b |\n|---|---|\n| ${said()} | ${said()} |`;
    return paragraph();
  };
  const base = `${Array.from({ length: 3 + below(7) }, block).join(gap)}${below(2) === 0 ? "\n" : ""}`;
  let text = base;
  for (let copies = 1 + below(3); copies > 0; copies--) {
    const from = placeIn(text, gap, below);
    const to = placeIn(text, gap, below);
    const passage = text.slice(Math.min(from, to), Math.max(from, to)).trim();
    const at = placeIn(text, gap, below);
    const [before, after] = [
      [gap, gap],
      ["", ""],
      [" ", " "],
      [" ", ""],
      [gap, "\n"],
      ["\n", "\n"],
    ][below(6)]!;
    text = text.slice(0, at) + before! + passage + after! + text.slice(at);
  }
  const ends = [
    (all: string) => all,
    (all: string) => all.replaceAll("\n", "\r\n"),
    (all: string) => `\ufeff${all}`,
  ];
  const end = ends[below(3)]!;
  return { text: end(text), base: end(base), sentences };
}

/** Mostly between blocks, else between sentences, at times anywhere. */
function placeIn(text: string, gap: string, below: Next): number {
  const kind = below(8);
  if (kind === 0) return below(text.length + 1);
  const between = [...text.matchAll(kind < 5 ? new RegExp(gap, "g") : /(?<=[.!?…]) /g)];
  return between.length === 0 ? text.length : between[below(between.length)]!.index;
}

for (const format of ["md", "txt"] as const) {
  describe(`a .${format} without copies, whatever was pasted where`, () => {
    it("says every sentence that it said", () => {
      let removed = 0;
      for (let seed = 0; seed < ROUNDS; seed++) {
        const { text, sentences } = pasted(seed, format);
        const fixed = fixedEssay(text, format);
        removed += fixed.removed.length;
        const [said, left] = [wordsIn(text), wordsIn(fixed.text)];
        for (const one of sentences) {
          // What was pasted may have torn it apart.
          const isLost = said.includes(wordsIn(one)) && !left.includes(wordsIn(one));
          assert.ok(!isLost, `seed ${seed}: ${one}`);
        }
      }
      // Else this would say nothing.
      assert.ok(removed > ROUNDS / 4, `${removed} copies removed`);
    });

    it("is the same but for what was cut out, and what was cut out was said before", () => {
      for (let seed = 0; seed < ROUNDS; seed++) {
        const { text } = pasted(seed, format);
        const fixed = fixedEssay(text, format);
        assert.equal(fixed.text, without(text, fixed.cuts));
        for (const { start, end } of fixed.cuts) {
          assert.ok(fixed.removed.some((copy) => copy.start < end && start < copy.end));
        }
        const kept = wordsIn(fixed.text).split(" ");
        for (const word of new Set(wordsIn(text).split(" ")))
          assert.ok(kept.includes(word), `seed ${seed}: ${word}`);
      }
    });

    it("has nothing more to be taken from, once it is fixed as often as it takes", () => {
      for (let seed = 0; seed < ROUNDS; seed++) {
        let { text } = pasted(seed, format);
        for (let rounds = 0; ; rounds++) {
          assert.ok(rounds < 6, `seed ${seed}`);
          const fixed = fixedEssay(text, format);
          if (fixed.cuts.length === 0) break;
          assert.ok(fixed.text.length < text.length);
          text = fixed.text;
        }
      }
    });
  });
}
