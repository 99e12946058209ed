import type { Score } from "./contest.ts";
import type { Step } from "./contestant.ts";
import type { Sample } from "./measure.ts";
import { grouped, median, spread } from "./numbers.ts";
import { table } from "./table.ts";

const MIB = 2 ** 20;

/** Shown where GNU time is not installed. */
const UNKNOWN = "–";

/** Medians of all that was timed, a line for each contestant and step. */
export function scoreTable(scores: readonly Score[]): string {
  const head = ["", "", "wall s: median (min–max)", "CPU s", "peak MiB"];
  const rows = scores.flatMap((score) =>
    score.contestant.steps.map((step) => {
      const samples = samplesOf(score, step);
      return [
        score.contestant.name,
        step,
        spread(samples.map((sample) => sample.seconds)),
        medianUsage(samples, "cpuSeconds")?.toFixed(1) ?? UNKNOWN,
        medianUsage(samples, "peakMiB")?.toFixed(0) ?? UNKNOWN,
      ];
    }),
  );
  return table([head, ...rows], 2);
}

/** How much each contestant wrote, so that one can see whether they did the same work. */
export function sizeTable(scores: readonly Score[]): string {
  const head = ["", "files written", "MiB"];
  const rows = scores.map(({ contestant, laps }) => [
    contestant.name,
    grouped(median(laps.map((lap) => lap.written.files))),
    (median(laps.map((lap) => lap.written.bytes)) / MIB).toFixed(0),
  ]);
  return table([head, ...rows], 1);
}

/** `Galley / Hugo 0.111.3, clean build: wall time 0.83, peak memory 0.61`, for each step that both took. */
export function ratios(score: Score, beside: Score): string[] {
  const common = score.contestant.steps.filter((step) => beside.contestant.steps.includes(step));
  return common.map((step) => ratioLine(score, beside, step));
}

function ratioLine(score: Score, beside: Score, step: Step): string {
  const [own, other] = [samplesOf(score, step), samplesOf(beside, step)];
  const wall = medianSeconds(own) / medianSeconds(other);
  const memory = memoryRatio(own, other);
  const names = `${score.contestant.name} / ${beside.contestant.name}, ${step}`;
  const peak = memory === undefined ? "" : `, peak memory ${memory.toFixed(2)}`;
  return `${names}: wall time ${wall.toFixed(2)}${peak}`;
}

function memoryRatio(samples: readonly Sample[], others: readonly Sample[]): number | undefined {
  const [own, other] = [medianUsage(samples, "peakMiB"), medianUsage(others, "peakMiB")];
  return own === undefined || other === undefined ? undefined : own / other;
}

function samplesOf({ laps }: Score, step: Step): Sample[] {
  return laps.flatMap((lap) => lap.samples.get(step) ?? []);
}

function medianSeconds(samples: readonly Sample[]): number {
  return median(samples.map((sample) => sample.seconds));
}

function medianUsage(
  samples: readonly Sample[],
  what: "cpuSeconds" | "peakMiB",
): number | undefined {
  const known = samples.flatMap(({ usage }) => (usage === undefined ? [] : [usage[what]]));
  return known.length === 0 ? undefined : median(known);
}
