import type { Span } from "../../src/text/span.ts";
import { coveredOf, lengthOf, overlaps } from "../spans.ts";

/** A passage of a suspicious document and where it is from; spans in code points. */
export interface Alignment {
  /** The names of the documents. */
  readonly suspicious: string;
  readonly source: string;
  readonly at: Span;
  readonly from: Span;
}

export interface Scores {
  readonly cases: number;
  readonly detections: number;
  /** The mean share of a detection that is in truth copied. */
  readonly precision: number;
  /** The mean share of a case that is detected. */
  readonly recall: number;
  /** In how many pieces a detected case is found, 1 at best. */
  readonly granularity: number;
  /** The three in one number, 1 at best. */
  readonly plagdet: number;
}

/**
 * How well detections meet cases: Potthast, Stein, Barrón-Cedeño, Rosso, "An Evaluation Framework for
 * Plagiarism Detection" (2010), equations 1 to 4, macro-averaged. Shares are of the characters of both sides;
 * a detection meets a case that it overlaps on both. The same alignment given twice counts once. Without
 * cases, precision and recall are 1 where nothing is detected, else 0.
 */
export function scoresOf(cases: readonly Alignment[], detections: readonly Alignment[]): Scores {
  const truth = distinct(cases);
  const found = distinct(detections);
  const counts = { cases: truth.length, detections: found.length };
  if (truth.length === 0 || found.length === 0) {
    const rate = truth.length === found.length ? 1 : 0;
    return { ...counts, precision: rate, recall: rate, granularity: 1, plagdet: rate };
  }
  const met = meetings(truth, found);
  const recall = mean(truth.map((one, i) => shareCovered(one, met[i]!)));
  const shown = meetings(found, truth);
  const precision = mean(found.map((one, i) => shareCovered(one, shown[i]!)));
  const pieces = met.map(({ length }) => length).filter((length) => length > 0);
  const granularity = pieces.length === 0 ? 1 : mean(pieces);
  return {
    ...counts,
    precision,
    recall,
    granularity,
    plagdet: plagdetOf(precision, recall, granularity),
  };
}

function plagdetOf(precision: number, recall: number, granularity: number): number {
  if (precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall) / Math.log2(1 + granularity);
}

/** For each alignment those of the others that it overlaps on both sides. */
function meetings(
  alignments: readonly Alignment[],
  others: readonly Alignment[],
): readonly (readonly Alignment[])[] {
  const byPair = new Map<string, Alignment[]>();
  for (const other of others) {
    const known = byPair.get(pairOf(other));
    if (known) known.push(other);
    else byPair.set(pairOf(other), [other]);
  }
  return alignments.map((one) =>
    (byPair.get(pairOf(one)) ?? []).filter(
      (other) => overlaps(one.at, other.at) && overlaps(one.from, other.from),
    ),
  );
}

/** The share of an alignment's characters, both sides together, that lie in any of the others. */
function shareCovered({ at, from }: Alignment, by: readonly Alignment[]): number {
  const characters = lengthOf(at) + lengthOf(from);
  if (characters === 0) return 0;
  const covered =
    coveredOf(
      at,
      by.map((other) => other.at),
    ) +
    coveredOf(
      from,
      by.map((other) => other.from),
    );
  return covered / characters;
}

function distinct(alignments: readonly Alignment[]): readonly Alignment[] {
  return [...new Map(alignments.map((one) => [keyOf(one), one])).values()];
}

const pairOf = ({ suspicious, source }: Alignment): string => `${suspicious}/${source}`;

const keyOf = (one: Alignment): string =>
  [pairOf(one), one.at.start, one.at.end, one.from.start, one.from.end].join(" ");

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
