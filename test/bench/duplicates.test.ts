import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { editTable } from "../../bench/duplicates/edits.ts";
import { DUPLICATES_HELP, parseDuplicatesOptions } from "../../bench/duplicates/options.ts";
import { proofed } from "../../bench/duplicates/proof.ts";
import { DETECTOR, SPLIT } from "../../bench/duplicates/race.ts";
import type { Result } from "../../bench/duplicates/race.ts";
import { raceLines, timeTable } from "../../bench/duplicates/report.ts";
import { CHANCE, scoreOf } from "../../bench/duplicates/score.ts";
import type { Finding, Place } from "../../bench/duplicates/score.ts";
import { essaysFor, writePlanted } from "../../bench/planted/corpus.ts";
import type { Planted } from "../../bench/planted/corpus.ts";
import { UsageError } from "../../bench/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "galley-duplicates-"));
after(() => rmSync(folder, { recursive: true }));

const KIND = "exact, in two files";

const place = (file: string, start: number, end: number): Place => ({ file, span: { start, end } });

const plant = (role: Planted["role"], where: Place, kind = KIND, number = 0): Planted => ({
  kind,
  role,
  number,
  ...where,
});

const finding = (
  flagged: Place,
  related: readonly Place[],
  code: Finding["code"] = "duplicate-passage",
): Finding => ({ code, flagged, related });

const original = plant("original", place("a", 0, 100));
const copy = plant("copy", place("b", 500, 600));
const quotation = plant("trap", place("c", 0, 100), "quotations");
const plants = [original, copy, quotation];

/** Of the one kind that is planted above. */
function recallOf(findings: readonly Finding[]): [found: number, findings: number] {
  const { recalls } = scoreOf(plants, findings);
  assert.deepEqual(
    recalls.map(({ kind, copies }) => [kind, copies]),
    [[KIND, 1]],
  );
  return [recalls[0]!.found, recalls[0]!.findings];
}

const alarmsOf = (findings: readonly Finding[]): [string, number, number][] =>
  scoreOf(plants, findings).alarms.map(({ kind, warnings, notes }) => [kind, warnings, notes]);

test("a copy is found by one finding that covers nine tenths of it and of its original", () => {
  assert.deepEqual(recallOf([]), [0, 0]);
  assert.deepEqual(recallOf([finding(place("b", 510, 620), [place("a", 0, 90)])]), [1, 1]);
  assert.deepEqual(recallOf([finding(place("b", 511, 620), [place("a", 0, 100)])]), [0, 1]);
  assert.deepEqual(recallOf([finding(place("b", 500, 600), [place("a", 11, 100)])]), [0, 1]);
});

test("two halves of a copy are two findings, and it is not found", () => {
  const halves = [
    finding(place("b", 500, 550), [place("a", 0, 50)]),
    finding(place("b", 550, 600), [place("a", 50, 100)]),
  ];
  assert.deepEqual(recallOf(halves), [0, 2]);
  assert.deepEqual(alarmsOf(halves), [
    ["quotations", 0, 0],
    [CHANCE, 0, 0],
  ]);
});

test("the copy is to be flagged, not the original, and its own original named", () => {
  for (const wrong of [
    finding(place("a", 0, 100), [place("b", 500, 600)]),
    finding(place("b", 500, 600), [place("a", 200, 300)]),
  ]) {
    assert.deepEqual(recallOf([wrong]), [0, 0]);
    assert.deepEqual(alarmsOf([wrong])[1], [CHANCE, 1, 0]);
  }
});

test("what was flagged in vain is told by the trap it stands in, else it is chance", () => {
  assert.deepEqual(
    alarmsOf([
      finding(place("c", 90, 120), [place("a", 0, 30)]),
      finding(place("c", 100, 120), [place("a", 200, 220)]),
      finding(place("c", 0, 100), [], "shared-text"),
    ]),
    [
      ["quotations", 1, 1],
      [CHANCE, 1, 0],
    ],
  );
});

test("exact copies of a small corpus are found on the way that essays take, and its quotations are not", async () => {
  const home = join(folder, "content");
  const essays = essaysFor(1) + 10;
  const { plants } = await writePlanted(home, essays, 1, new AbortController().signal);
  const { findings, proses } = await proofed(home, join(folder, "state"));
  assert.equal(proses.length, essays);
  assert.deepEqual(
    proses.map(({ file }) => file),
    proses.map(({ file }) => file).toSorted(),
  );
  const { recalls, alarms } = scoreOf(plants, findings);
  for (const { kind, found, findings } of recalls) {
    if (/^exact|twice/.test(kind)) assert.deepEqual([kind, found, findings], [kind, 1, 1]);
  }
  for (const { kind, warnings } of alarms) {
    if (!kind.startsWith("signature")) assert.deepEqual([kind, warnings], [kind, 0]);
  }
});

/** A contestant that worked for so many seconds, in run after run. */
const result = (name: string, ...works: readonly number[]): Result => ({
  name,
  runs: works.map((workSeconds) => ({
    seconds: workSeconds + 1,
    usage: { cpuSeconds: 2 * workSeconds, peakMiB: 100 },
    cost: { readSeconds: 0.5, workSeconds, aboveTextMiB: 10 * workSeconds, result: 1 },
  })),
});

test("ratios are of medians, with the time to read the files and without", () => {
  const peer: Result = {
    name: "sim_text",
    runs: [{ seconds: 4 }, { seconds: 40 }, { seconds: 4 }],
  };
  const results = [result(SPLIT, 1, 9, 1), result(DETECTOR, 2, 2, 8), peer];
  assert.deepEqual(raceLines(results), [
    `${DETECTOR} / ${SPLIT}, texts in memory: 2.00`,
    `${DETECTOR}, peak memory above the texts: 20 MiB`,
    `${DETECTOR} / sim_text: 0.50; with reading 0.63`,
  ]);
  assert.equal(raceLines(results.slice(0, 2)).length, 2);
  const rows = timeTable(results).split("\n");
  assert.match(
    rows[2]!,
    /2\.00 \(2\.00–8\.00\)\s+2\.50 \(2\.50–8\.50\)\s+3\.00 \(3\.00–9\.00\)\s+4\.00\s+100$/,
  );
  assert.match(rows[3]!, /–\s+–\s+4\.00 \(4\.00–40\.00\)\s+–\s+–$/);
});

test("what the check costs after an edit is a difference of medians", () => {
  const samples = (...times: readonly number[]) =>
    times.map((seconds) => ({ seconds, usage: { cpuSeconds: 3 * seconds, peakMiB: 100 } }));
  const on = samples(2, 1, 3);
  const off = samples(1, 9, 1);
  const [, row] = editTable([{ name: "site", on, off }]).split("\n");
  assert.match(row!, /^site\s+2\.00 \(1\.00–3\.00\)\s+1\.00 \(1\.00–9\.00\)\s+1\.00\s+3\.00$/);
  const untold = [{ seconds: 2 }];
  assert.match(editTable([{ name: "site", on: untold, off: untold }]), /0\.00\s+–$/);
});

test("there is room for every copy, or the usage is shown", () => {
  const sizes = { runs: 5, edit: false, keep: false };
  assert.deepEqual(parseDuplicatesOptions([]), { essays: 10_000, copies: 100, ...sizes });
  const copies = Math.floor(500 / essaysFor(1));
  assert.deepEqual(parseDuplicatesOptions(["--essays=500"]), { essays: 500, copies, ...sizes });
  assert.deepEqual(parseDuplicatesOptions(["--edit", "--keep"]), {
    essays: 10_000,
    copies: 100,
    runs: 11,
    edit: true,
    keep: true,
  });
  assert.equal(parseDuplicatesOptions(["--help"]), "help");
  for (const args of [["--essays=3"], ["--essays=500", "--copies=100"], ["--runs=0"], ["x"]]) {
    assert.throws(
      () => parseDuplicatesOptions(args),
      (error) => error instanceof UsageError && error.usage === DUPLICATES_HELP,
    );
  }
});
