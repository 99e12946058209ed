import { findDuplicates } from "../../src/duplicates/index.ts";
import type { Options, Passage } from "../../src/duplicates/index.ts";
import { inCodePoints } from "./code-points.ts";
import type { Alignment } from "./plagdet.ts";

/** A document of the corpus. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

/**
 * What the shipped detector finds of `source` in `suspicious`: two plain texts, the source the earlier one. A
 * passage says of all its places that they say the same, so it is a detection for every place in the
 * suspicious document with every place in the source: no place is left out because it would score badly. A
 * passage that stands in one document alone is none.
 */
export function detectionsIn(
  suspicious: Document,
  source: Document,
  options: Options,
): readonly Alignment[] {
  const proses = [source, suspicious].map(({ text }, order) => ({
    // The two documents of a pair may have one name.
    id: ID[order]!,
    text,
    skip: [],
    order,
  }));
  const passages = findDuplicates(proses, options);
  const points = { at: inCodePoints(suspicious.text), from: inCodePoints(source.text) };
  return passages
    .flatMap((passage) =>
      spansIn(ID[1], passage).flatMap((at) =>
        spansIn(ID[0], passage).map((from) => ({
          suspicious: suspicious.name,
          source: source.name,
          at: points.at(at),
          from: points.from(from),
        })),
      ),
    )
    .toSorted((a, b) => a.at.start - b.at.start || a.from.start - b.from.start);
}

const ID = ["source", "suspicious"] as const;

const spansIn = (id: string, { places }: Passage) =>
  places.filter((place) => place.id === id).map(({ span }) => span);
