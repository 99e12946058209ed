import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { inCodePoints } from "../../bench/pan/code-points.ts";
import { compareAll } from "../../bench/pan/compare.ts";
import { casesOf, partsOf, xmlName } from "../../bench/pan/corpus.ts";
import { detectionsIn, detectionsOf } from "../../bench/pan/detect.ts";
import { PAN_HELP, parsePanOptions } from "../../bench/pan/options.ts";
import { assertFit, writeDetections } from "../../bench/pan/output.ts";
import type { Alignment } from "../../bench/pan/plagdet.ts";
import { panReport } from "../../bench/pan/report.ts";
import { alignmentsIn, DETECTED, detectionsXml } from "../../bench/pan/xml.ts";
import { UsageError } from "../../bench/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "galley-pan-"));
after(() => rmSync(folder, { recursive: true }));

const COPIED =
  "the old mill at the end of the village has stood empty since the winter in which the river rose " +
  "over its banks and took the wheel with it, and nobody has thought of mending it since then";

/** Writes files into a fresh folder. */
function written(name: string, files: Readonly<Record<string, string>>): string {
  const home = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return home;
}

const xmlOf = (features: string): string => `<document reference="s1.txt">\n${features}</document>`;

const CASE =
  '<feature name="plagiarism" obfuscation="none" source_length="184" source_offset="9" source_reference="a1.txt" this_length="184" this_offset="15" />\n';

const documents = {
  "susp/s1.txt": `Quite new 🌊🌊🌊. ${COPIED}. The end.`,
  "susp/s2.txt": "Nothing of this stands anywhere else.",
  "src/a1.txt": `Long ago ${COPIED}. More follows.`,
};

const corpus = written("corpus", {
  ...documents,
  pairs: "s1.txt a1.txt\n",
  "01-none/pairs": "s2.txt a1.txt\n",
  "01-none/s2-a1.xml": '<document reference="s2.txt">\n</document>',
  "02-copies/pairs": "s1.txt a1.txt\r\n\r\ns2.txt a1.txt\r\n",
  "02-copies/s1-a1.xml": xmlOf(CASE),
  "02-copies/s2-a1.xml": '<document reference="s2.txt">\n</document>',
});

const signal = new AbortController().signal;

test("detections are read back as they were written, whatever the names", () => {
  const detections: Alignment[] = [
    {
      suspicious: 'a "&amp;<b>.txt',
      source: "c&d>.txt",
      at: { start: 3, end: 9 },
      from: { start: 0, end: 12 },
    },
  ];
  const xml = detectionsXml('a "&amp;<b>.txt', detections);
  assert.deepEqual(alignmentsIn(xml, DETECTED), detections);
  assert.match(xml, /this_offset="3" this_length="6"/);
  assert.match(xml, /source_offset="0" source_length="12"/);
  assert.deepEqual(alignmentsIn(xml), []);
});

test("a document without detections is a document still", () => {
  const xml = detectionsXml("s1.txt", []);
  assert.equal(
    xml,
    '<?xml version="1.0" encoding="UTF-8"?>\n<document reference="s1.txt">\n</document>\n',
  );
  assert.deepEqual(alignmentsIn(xml, DETECTED), []);
});

test("cases are read from the corpus's files, past what else they say", () => {
  const about = '\t<feature  name="about" authors="DUC2006" title="news" />\n';
  assert.deepEqual(alignmentsIn(xmlOf(about + CASE)), [
    {
      suspicious: "s1.txt",
      source: "a1.txt",
      at: { start: 15, end: 199 },
      from: { start: 9, end: 193 },
    },
  ]);
});

test("what is no such file is refused, and says why", () => {
  assert.throws(() => alignmentsIn("<html></html>"), /no <document reference/);
  assert.throws(() => alignmentsIn(xmlOf(CASE.replace(' this_offset="15"', ""))), /this_offset/);
  assert.throws(() => alignmentsIn(xmlOf(CASE.replace('"15"', '"-3"'))), /this_offset/);
});

test("offsets are said in code points", () => {
  const text = "a🌊b🌊c";
  const points = inCodePoints(text);
  const span = (part: string) => {
    const start = text.indexOf(part);
    return points({ start, end: start + part.length });
  };
  assert.deepEqual(span("a"), { start: 0, end: 1 });
  assert.deepEqual(span("b"), { start: 2, end: 3 });
  assert.deepEqual(span("🌊c"), { start: 3, end: 5 });
  assert.deepEqual(inCodePoints("plain")({ start: 1, end: 4 }), { start: 1, end: 4 });
});

test("what the detector finds in two texts is told in code points of both", () => {
  const [found, ...more] = detectionsIn(
    { name: "s1.txt", text: documents["susp/s1.txt"] },
    { name: "a1.txt", text: documents["src/a1.txt"] },
    {},
  );
  assert.deepEqual(more, []);
  const cut = ({ start, end }: { start: number; end: number }, text: string) =>
    Array.from(text).slice(start, end).join("");
  assert.equal(cut(found!.at, documents["susp/s1.txt"]), `${COPIED}.`);
  assert.equal(cut(found!.from, documents["src/a1.txt"]), `${COPIED}.`);
});

test("every place in one document goes with every place in the other", () => {
  const place = (id: string, start: number) => ({ id, span: { start, end: start + 5 } });
  const both = [
    place("source", 20),
    place("source", 50),
    place("suspicious", 0),
    place("suspicious", 30),
  ];
  const text = { name: "one name", text: "x".repeat(60) };
  const found = detectionsOf([{ places: both }], text, text);
  assert.deepEqual(
    found.map(({ at, from }) => [at.start, from.start]),
    [
      [0, 20],
      [0, 50],
      [30, 20],
      [30, 50],
    ],
  );
  const oneSided = [{ places: both.slice(0, 2) }, { places: both.slice(2) }];
  assert.deepEqual(detectionsOf(oneSided, text, text), []);
});

test("a corpus is its numbered folders, with the documents in them or beside them", () => {
  const parts = partsOf(corpus);
  assert.deepEqual(
    parts.map(({ name, pairs }) => [name, pairs.map(xmlName)]),
    [
      ["01-none", ["s2-a1.xml"]],
      ["02-copies", ["s1-a1.xml", "s2-a1.xml"]],
    ],
  );
  const [single, ...more] = partsOf(join(corpus, "02-copies"));
  assert.deepEqual(more, []);
  assert.equal(single!.name, "");
  assert.equal(single!.pairs[0]!.paths.source, join(corpus, "src/a1.txt"));
  const flat = written("flat", { ...documents, pairs: "s1.txt a1.txt" });
  assert.equal(partsOf(flat)[0]!.pairs[0]!.paths.suspicious, join(flat, "susp/s1.txt"));
});

test("a corpus that is incomplete is refused, with the place", () => {
  assert.throws(() => partsOf(join(folder, "nowhere")), /There is no folder/);
  assert.throws(() => partsOf(join(corpus, "susp")), /no corpus: it has no file "pairs"/);
  assert.throws(() => partsOf(written("alone", { pairs: "a b" })), /no folder "susp"/);
  const broken = (pairs: string) => partsOf(written("broken", { ...documents, pairs }));
  assert.throws(
    () => broken("s1.txt a1.txt\ns2.txt\n"),
    /pairs, line 2: "s2.txt" does not name two/,
  );
  assert.throws(() => broken("s1.txt a2.txt\n"), /pairs, line 1: there is no ".*a2\.txt"/);
  assert.throws(() => broken("\n"), /names no pairs/);
});

test("cases are known for all pairs or for none", () => {
  const untold = written("untold", { ...documents, pairs: "s1.txt a1.txt" });
  assert.equal(casesOf(partsOf(untold)[0]!), undefined);
  const cases = casesOf(partsOf(corpus)[1]!)!;
  assert.deepEqual(
    cases.map(({ length }) => length),
    [1, 0],
  );
  writeFileSync(join(untold, "s1-a1.xml"), "nothing");
  assert.throws(() => casesOf(partsOf(untold)[0]!), /s1-a1\.xml: there is no <document/);
});

test("pairs are compared by several threads, in the order of the list", async () => {
  const pairs = partsOf(corpus).flatMap(({ pairs }) => pairs);
  const many = Array.from({ length: 40 }, (_, i) => pairs[i % pairs.length]!);
  let done = 0;
  const found = await compareAll(many, {}, (count) => (done = count), signal);
  assert.deepEqual(
    found.map(({ length }) => length),
    many.map(({ suspicious }) => (suspicious === "s1.txt" ? 1 : 0)),
  );
  assert.equal(done, 40);
  await assert.rejects(compareAll(many, {}, () => {}, AbortSignal.abort()));
});

test("each pair has its file, where the corpus has its own", () => {
  const out = join(folder, "out");
  const [, part] = partsOf(corpus);
  assertFit(out, corpus, [part!]);
  writeDetections(out, part!, [casesOf(part!)![0]!, []]);
  assert.deepEqual(readdirSync(join(out, "02-copies")), ["s1-a1.xml", "s2-a1.xml"]);
  const text = readFileSync(join(out, "02-copies/s1-a1.xml"), "utf8");
  assert.deepEqual(alignmentsIn(text, DETECTED), casesOf(part!)![0]);
  assertFit(out, corpus, [part!]);
});

test("nothing is written into the corpus, nor beside another run's files", () => {
  const parts = partsOf(corpus);
  assert.throws(() => assertFit(corpus, corpus, parts), /is in the corpus/);
  assert.throws(() => assertFit(join(corpus, "new/out"), corpus, parts), /is in the corpus/);
  const used = written("used", { "01-none/s9-a9.xml": "" });
  assert.throws(() => assertFit(used, corpus, parts), /s9-a9\.xml" is of no pair/);
});

test("the report tells halves apart, and what was flagged in vain", () => {
  const one: Alignment = {
    suspicious: "s",
    source: "a",
    at: { start: 0, end: 10 },
    from: { start: 0, end: 10 },
  };
  const other = { ...one, suspicious: "t" };
  const report = panReport([
    {
      name: "01",
      pairs: [
        { cases: [], detections: [] },
        { cases: [], detections: [other] },
      ],
    },
    { name: "02", pairs: [{ cases: [one], detections: [one] }] },
  ]);
  const rows = report
    .split("\n")
    .filter((line) => line.startsWith("entire"))
    .map((line) => line.split(/\s{2,}/));
  assert.deepEqual(rows, [
    ["entire", "3", "1", "2", "0.5000", "1.0000", "1.0000", "0.6667", "1 of 2"],
    ["entire", "2", "1", "1", "1.0000", "1.0000", "1.0000", "1.0000", "0 of 1"],
    ["entire", "1", "0", "1", "0.0000", "0.0000", "1.0000", "0.0000", "1 of 1"],
  ]);
});

test("corpus and output are to be named", () => {
  assert.deepEqual(parsePanOptions(["--corpus", corpus, "--out=x", "--reworked"]), {
    corpus,
    out: "x",
    reworked: true,
  });
  assert.equal(parsePanOptions(["--help"]), "help");
  for (const args of [["--out=x"], ["--corpus", corpus], ["--corpus=/no/such", "--out=x"], ["x"]]) {
    assert.throws(
      () => parsePanOptions(args),
      (error) => error instanceof UsageError && error.usage === PAN_HELP,
    );
  }
});
