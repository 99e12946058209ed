import { grouped } from "../numbers.ts";
import { table } from "../table.ts";
import { scoresOf } from "./plagdet.ts";
import type { Alignment } from "./plagdet.ts";

/** A part of the corpus with what is copied in each pair, and what was found. */
export interface Judged {
  readonly name: string;
  readonly pairs: readonly JudgedPair[];
}

export interface JudgedPair {
  readonly cases: readonly Alignment[];
  readonly detections: readonly Alignment[];
}

/**
 * The halves of every part, by a pair's line in its list, counted from 1: parameters are set on one, so that only the
 * other says how good the detector is on texts that nobody looked at.
 */
const HALVES = [
  { name: "all pairs", holds: () => true },
  { name: "odd pairs: parameters are set on them", holds: (line: number) => line % 2 === 1 },
  { name: "even pairs: held out", holds: (line: number) => line % 2 === 0 },
] as const;

/** PAN's measures for each part and all of them together, for all pairs and for both halves. */
export function panReport(parts: readonly Judged[]): string {
  return HALVES.map(({ name, holds }) => {
    const some = parts.map((part) => ({
      ...part,
      pairs: part.pairs.filter((_, i) => holds(i + 1)),
    }));
    return `${name}\n${scoreTable(some)}`;
  }).join("\n\n");
}

function scoreTable(parts: readonly Judged[]): string {
  const head = [
    "",
    "pairs",
    "cases",
    "detections",
    "precision",
    "recall",
    "granularity",
    "plagdet",
    "false alarms",
  ];
  const rows = parts.map((part) => row(part.name, part.pairs));
  if (parts.length > 1)
    rows.push(
      row(
        "entire",
        parts.flatMap(({ pairs }) => pairs),
      ),
    );
  return table([head, ...rows], 1);
}

function row(name: string, pairs: readonly JudgedPair[]): string[] {
  const scores = scoresOf(
    pairs.flatMap(({ cases }) => cases),
    pairs.flatMap(({ detections }) => detections),
  );
  const { cases, detections, precision, recall, granularity, plagdet } = scores;
  return [
    name,
    ...[pairs.length, cases, detections].map(grouped),
    ...[precision, recall, granularity, plagdet].map((value) => value.toFixed(4)),
    falseAlarms(pairs),
  ];
}

/** `2 of 1,000`: pairs that were flagged, of those in which nothing is copied. */
function falseAlarms(pairs: readonly JudgedPair[]): string {
  const clean = pairs.filter(({ cases }) => cases.length === 0);
  const flagged = clean.filter(({ detections }) => detections.length > 0);
  return `${grouped(flagged.length)} of ${grouped(clean.length)}`;
}
