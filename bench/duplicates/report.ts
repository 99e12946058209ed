import { median, spread } from "../numbers.ts";
import { table } from "../table.ts";
import { DETECTOR, SPLIT } from "./race.ts";
import type { Result } from "./race.ts";
import type { Alarms, Recall } from "./score.ts";

const UNKNOWN = "–";

/** Which copies were found: each by one finding, at best. */
export function recallTable(recalls: readonly Recall[]): string {
  const head = ["planted copies", "copies", "found %", "findings each"];
  const rows = recalls.map(({ kind, copies, found, findings }) => [
    kind,
    String(copies),
    ((100 * found) / copies).toFixed(1),
    (findings / copies).toFixed(2),
  ]);
  return table([head, ...rows], 1);
}

export function alarmTable(alarms: readonly Alarms[]): string {
  const head = ["what is to stay silent", "warnings", "notes"];
  const rows = alarms.map(({ kind, warnings, notes }) => [kind, String(warnings), String(notes)]);
  return table([head, ...rows], 1);
}

/** Medians of all that was timed: of the work alone, of reading and work, and of whole processes. */
export function timeTable(results: readonly Result[]): string {
  const head = [
    "s: median (min–max)",
    "texts in memory",
    "with reading",
    "process",
    "CPU s",
    "peak MiB",
  ];
  const rows = results.map(({ name, runs }) => [
    name,
    spreadOf(runs.map(({ cost }) => cost?.workSeconds)),
    spreadOf(runs.map(withReading)),
    spreadOf(runs.map(({ seconds }) => seconds)),
    medianOf(runs.map(({ usage }) => usage?.cpuSeconds))?.toFixed(2) ?? UNKNOWN,
    medianOf(runs.map(({ usage }) => usage?.peakMiB))?.toFixed(0) ?? UNKNOWN,
  ]);
  return table([head, ...rows], 1);
}

/** What the detector costs beside splitting the words, and beside its peer. */
export function raceLines(results: readonly Result[]): string[] {
  const [split, detector, peer] = results;
  if (!split || !detector) return [];
  const alone = work(detector);
  const above = medianOf(detector.runs.map(({ cost }) => cost?.aboveTextMiB));
  const lines = [
    `${DETECTOR} / ${SPLIT}, texts in memory: ${(alone / work(split)).toFixed(2)}`,
    `${DETECTOR}, peak memory above the texts: ${above?.toFixed(0) ?? UNKNOWN} MiB`,
  ];
  if (!peer) return lines;
  const process = median(peer.runs.map(({ seconds }) => seconds));
  const reading = medianOf(detector.runs.map(withReading)) ?? NaN;
  return [
    ...lines,
    `${DETECTOR} / ${peer.name}: ${(alone / process).toFixed(2)}; with reading ${(reading / process).toFixed(2)}`,
  ];
}

const work = ({ runs }: Result): number =>
  medianOf(runs.map(({ cost }) => cost?.workSeconds)) ?? NaN;

const withReading = ({ cost }: Result["runs"][number]): number | undefined =>
  cost && cost.readSeconds + cost.workSeconds;

const known = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value) => value !== undefined);

function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const some = known(values);
  return some.length === 0 ? undefined : median(some);
}

function spreadOf(values: readonly (number | undefined)[]): string {
  const some = known(values);
  return some.length === 0 ? UNKNOWN : spread(some);
}
