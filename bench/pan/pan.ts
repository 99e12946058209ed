import { machine } from "../machine.ts";
import { grouped, seconds } from "../numbers.ts";
import { print, progress } from "../output.ts";
import { secondsSince } from "../processes.ts";
import { compareAll } from "./compare.ts";
import { casesOf, partsOf } from "./corpus.ts";
import type { Part } from "./corpus.ts";
import { PAN_HELP, parsePanOptions } from "./options.ts";
import { assertFit, writeDetections } from "./output.ts";
import type { Alignment } from "./plagdet.ts";
import { panReport } from "./report.ts";
import type { Judged } from "./report.ts";

/** Pairs between two lines of progress. */
const TOLD_EVERY = 500;

/** `bench -- pan`: how well the detector finds what was copied in a PAN text-alignment corpus. */
export async function benchPan(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parsePanOptions(args);
  if (options === "help") return print(PAN_HELP.trimEnd());
  const parts = partsOf(options.corpus);
  assertFit(options.out, options.corpus, parts);
  // Before the long work: a file that is broken stops it.
  const truth = parts.map(casesOf);
  const pairs = parts.flatMap((part) => part.pairs);
  const began = process.hrtime.bigint();
  const found = await compareAll(
    pairs,
    { reworked: options.reworked },
    tellsEvery(pairs.length),
    signal,
  );
  const took = secondsSince(began);
  const detections = perPart(parts, found);
  parts.forEach((part, i) => writeDetections(options.out, part, detections[i]!));

  const kinds = options.reworked
    ? "exact, edited and reworked passages"
    : "exact and edited passages";
  print(`machine: ${machine()}`);
  print(`${grouped(pairs.length)} pairs, ${kinds}, read and compared in ${seconds(took)}`);
  print(`written to ${options.out}`);
  const judged = judgedOf(parts, truth, detections);
  if (judged.length === 0) print("The corpus does not state what is copied: nothing to measure.");
  else print(`\n${panReport(judged)}`);
}

/** What was found, cut into parts again. */
function perPart<T>(parts: readonly Part[], found: readonly T[]): readonly (readonly T[])[] {
  let end = 0;
  return parts.map(({ pairs }) => found.slice(end, (end += pairs.length)));
}

function judgedOf(
  parts: readonly Part[],
  truth: readonly (readonly (readonly Alignment[])[] | undefined)[],
  found: readonly (readonly (readonly Alignment[])[])[],
): readonly Judged[] {
  return parts.flatMap(({ name }, i) => {
    const pairs = truth[i]?.map((cases, k) => ({ cases, detections: found[i]![k]! }));
    return pairs ? [{ name, pairs }] : [];
  });
}

function tellsEvery(pairs: number): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done < told + TOLD_EVERY && done < pairs) return;
    told = done;
    progress(`${grouped(done)} of ${grouped(pairs)} pairs`);
  };
}
