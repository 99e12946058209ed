import { groupBy } from "../../src/text/group-by.ts";
import type { Span } from "../../src/text/span.ts";
import { COPIES } from "../planted/copies.ts";
import type { Planted } from "../planted/corpus.ts";
import { coveredOf, lengthOf, overlaps } from "../spans.ts";

/** A passage that a proof reports. */
export interface Finding {
  readonly code: "duplicate-passage" | "shared-text";
  /** What the report is about, and what it says of other places. */
  readonly flagged: Place;
  readonly related: readonly Place[];
}

export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** How well one kind of copies was found. */
export interface Recall {
  readonly kind: string;
  readonly copies: number;
  readonly found: number;
  /** Findings about these copies, found or not: at best as many as copies. */
  readonly findings: number;
}

/** What was reported of one kind of traps, or of no trap at all. */
export interface Alarms {
  readonly kind: string;
  readonly warnings: number;
  readonly notes: number;
}

/** The share of a copy, and of its original, that one finding covers where it is found. */
const ENOUGH = 0.9;

/** What a finding that meets nothing planted is called: prose is alike by chance. */
export const CHANCE = "chance";

/** How a proof did: which copies it found, kind by kind, and what it reported besides. */
export function scoreOf(
  plants: readonly Planted[],
  findings: readonly Finding[],
): { readonly recalls: readonly Recall[]; readonly alarms: readonly Alarms[] } {
  const copies = pairsOf(plants);
  const copiesByFile = groupBy(copies, ({ copy }) => copy.file);
  const about = new Map(copies.map((copy) => [copy, [] as Finding[]]));
  const rest: Finding[] = [];
  for (const finding of findings) {
    const met = (copiesByFile.get(finding.flagged.file) ?? []).filter((copy) =>
      isAbout(finding, copy),
    );
    if (finding.code === "shared-text" || met.length === 0) rest.push(finding);
    else for (const copy of met) about.get(copy)!.push(finding);
  }
  const byKind = groupBy(copies, ({ copy }) => copy.kind);
  const planted = COPIES.flatMap(({ name }) =>
    byKind.has(name) ? [{ kind: name, some: byKind.get(name)! }] : [],
  );
  const recalls = planted.map(({ kind, some }) => ({
    kind,
    copies: some.length,
    found: some.filter((copy) => about.get(copy)!.some((finding) => finds(finding, copy))).length,
    findings: some.reduce((sum, copy) => sum + about.get(copy)!.length, 0),
  }));
  return { recalls, alarms: alarmsOf(rest, plants) };
}

interface Copy {
  readonly copy: Planted;
  readonly original: Planted;
}

function pairsOf(plants: readonly Planted[]): readonly Copy[] {
  const keyOf = ({ kind, number }: Planted): string => `${number} ${kind}`;
  const originals = new Map(
    plants.filter(({ role }) => role === "original").map((plant) => [keyOf(plant), plant]),
  );
  return plants
    .filter(({ role }) => role === "copy")
    .map((copy) => ({ copy, original: originals.get(keyOf(copy))! }));
}

/** Whether a finding says of some of the copy that it is from some of the original. */
const isAbout = ({ flagged, related }: Finding, { copy, original }: Copy): boolean =>
  meets(flagged, copy) && related.some((place) => meets(place, original));

/** Whether it says so of nearly all of both. */
const finds = ({ flagged, related }: Finding, { copy, original }: Copy): boolean =>
  covers(flagged, copy) && related.some((place) => covers(place, original));

const meets = (place: Place, plant: Planted): boolean =>
  place.file === plant.file && overlaps(place.span, plant.span);

const covers = (place: Place, plant: Planted): boolean =>
  place.file === plant.file && coveredOf(plant.span, [place.span]) >= ENOUGH * lengthOf(plant.span);

function alarmsOf(findings: readonly Finding[], plants: readonly Planted[]): readonly Alarms[] {
  const traps = plants.filter(({ role }) => role === "trap");
  const trapsByFile = groupBy(traps, ({ file }) => file);
  const byKind = groupBy(
    findings,
    ({ flagged }) =>
      (trapsByFile.get(flagged.file) ?? []).find((trap) => meets(flagged, trap))?.kind ?? CHANCE,
  );
  const kinds = new Set([...traps.map(({ kind }) => kind), CHANCE]);
  return [...kinds].map((kind) => {
    const some = byKind.get(kind) ?? [];
    const notes = some.filter(({ code }) => code === "shared-text").length;
    return { kind, warnings: some.length - notes, notes };
  });
}
