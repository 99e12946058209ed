import { findDuplicates } from "../../src/duplicates/index.ts";
import type { Options, Passage } from "../../src/duplicates/index.ts";
import type { Span } from "../../src/text/span.ts";
import { inCodePoints } from "./code-points.ts";
import type { Alignment } from "./plagdet.ts";

/** A document of the corpus. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

const ID = { source: "source", suspicious: "suspicious" } as const;

/** What the shipped detector finds of `source` in `suspicious`: two plain texts, the source the earlier one. */
export function detectionsIn(
  suspicious: Document,
  source: Document,
  options: Options,
): readonly Alignment[] {
  // The documents of a pair may have one name.
  const proses = [
    { id: ID.source, text: source.text, skip: [], order: 0 },
    { id: ID.suspicious, text: suspicious.text, skip: [], order: 1 },
  ];
  return detectionsOf(findDuplicates(proses, options), suspicious, source);
}

/**
 * Passages as PAN's detections, which have one place in each document. A passage says of all its places that they say
 * the same, so it is a detection for every place in the suspicious document with every place in the source: none is
 * left out because it would score badly. A passage that stands in one document alone is none.
 */
export function detectionsOf(
  passages: readonly Pick<Passage, "places">[],
  suspicious: Document,
  source: Document,
): readonly Alignment[] {
  const points = { at: inCodePoints(suspicious.text), from: inCodePoints(source.text) };
  return passages
    .flatMap(({ places }) =>
      spansIn(ID.suspicious, places).flatMap((at) =>
        spansIn(ID.source, places).map((from) => ({
          suspicious: suspicious.name,
          source: source.name,
          at: points.at(at),
          from: points.from(from),
        })),
      ),
    )
    .toSorted((a, b) => a.at.start - b.at.start || a.from.start - b.from.start);
}

const spansIn = (id: string, places: Passage["places"]): readonly Span[] =>
  places.filter((place) => place.id === id).map(({ span }) => span);
