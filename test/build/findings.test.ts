import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../../src/diagnostics/diagnostic.ts";
import { essayWords } from "../duplicates/support.ts";
import { attempt } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { outputFolder, temporaryFolder } from "../support/folders.ts";
import { random } from "../support/random.ts";

const AS_OF = "2026-11-21";
const EDITS = 25;
const SETTINGS =
  "id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a11\ntitle: Notes\nurl: https://example.org/\nauthor: { name: Ada }\nsharePictures: false\nsearch: false\n";

/** Paragraphs of an essay, each of some sixty words. */
type Essay = readonly string[];
type Below = (limit: number) => number;

const paragraph = (seed: number): string => `${essayWords(seed, 60).join(" ")}.`;
const SIGNATURE = paragraph(1);

const oneOf = <T>(list: readonly T[], below: Below): T => list[below(list.length)]!;

/** What a writer does to an essay with the passages of others in mind. */
const edits: Readonly<
  Record<string, (essay: Essay, all: readonly Essay[], below: Below) => Essay>
> = {
  write: (essay, _, below) =>
    essay.toSpliced(below(essay.length + 1), 0, paragraph(100 + below(1e6))),
  paste: (essay, all, below) =>
    essay.toSpliced(below(essay.length + 1), 0, oneOf(oneOf(all, below), below)),
  "paste less than a passage": (essay, all, below) =>
    essay.with(
      below(essay.length),
      oneOf(oneOf(all, below), below).split(" ").slice(0, 20).join(" "),
    ),
  "change words": (essay, _, below) => {
    const at = below(essay.length);
    const words = essay[at]!.split(" ");
    return essay.with(
      at,
      words.map((word) => (below(10) === 0 ? `neu${below(99)}` : word)).join(" "),
    );
  },
  "quote it": (essay, _, below) => {
    const at = below(essay.length);
    return essay.with(at, `> ${essay[at]!.replace(/^> /, "")}`);
  },
  allow: (essay, _, below) =>
    essay.toSpliced(below(essay.length), 0, "<!-- duplicate: meant so -->"),
  "take out": (essay, _, below) =>
    essay.length > 1 ? essay.toSpliced(below(essay.length), 1) : essay,
  sign: (essay) => [...essay, SIGNATURE],
};

const found = ({ summary, diagnostics }: Report): unknown => ({ summary, diagnostics });

const settings: Readonly<Record<string, readonly [essays: number, signed: number]>> = {
  "a few essays": [6, 0],
  "twenty essays, all of them signed": [20, 20],
  "twenty essays, as many of them signed as make a signature": [20, 16],
};

for (const [what, [count, signed]] of Object.entries(settings)) {
  test(`a build after an edit finds what a clean one finds: ${what}`, async (t) => {
    const content = temporaryFolder(t);
    const output = outputFolder(t);
    const next = random(count + signed);
    const below: Below = (limit) => Math.floor(next() * limit);
    const essays: Essay[] = Array.from({ length: count }, (_, i) => [
      paragraph(10 + 2 * i),
      paragraph(11 + 2 * i),
      ...(i < signed ? [SIGNATURE] : []),
    ]);
    const save = (number: number): void => {
      const day = String(1 + number).padStart(2, "0");
      const text = [`# Essay ${number}`, `This is essay ${number}.`, ...essays[number]!].join(
        "\n\n",
      );
      writeFiles(content, { [`essays/2026-01-${day}-essay-${number}.md`]: `${text}\n` });
    };
    writeFiles(content, { "site.yaml": SETTINGS });
    essays.forEach((_, number) => save(number));
    await attempt(content, { output, asOf: AS_OF });

    const history: string[] = [];
    let passages = 0;
    for (let i = 0; i < EDITS; i++) {
      for (let more = 1 + below(2); more > 0; more--) {
        const [number, kind] = [below(count), oneOf(Object.keys(edits), below)];
        essays[number] = edits[kind]!(essays[number]!, essays, below);
        save(number);
        history.push(`${kind} in ${number}`);
      }
      const { report } = await attempt(content, { output, asOf: AS_OF });
      const clean = await attempt(content, { output: outputFolder(t), asOf: AS_OF });
      assert.deepEqual(found(report), found(clean.report), history.join("\n"));
      passages += report.diagnostics.filter(({ code }) => code === "duplicate-passage").length;
    }
    assert.ok(passages > EDITS, "passages are to come and go");
  });
}
