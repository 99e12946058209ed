import { from, tagAt } from "./tables.ts";

/** Units that a pair of glyphs moves together; undefined where a part of the font says nothing of it. */
type Pairs = (left: number, right: number) => number | undefined;

/**
 * The kerning of a font (OpenType specification, chapter GPOS: pair adjustments of the feature `kern`), in its units.
 * Of what a pair can be told, only the left glyph's advance is heeded: what writing from left to right needs.
 */
export function kerningIn(gpos: DataView): (left: number, right: number) => number {
  const lookups = lookupsOf(gpos, "kern").map(pairsOfLookup);
  const known = new Map<number, number>();
  return (left, right) => {
    const pair = left * 0x10000 + right;
    let units = known.get(pair);
    if (units === undefined) {
      units = lookups.reduce((sum, pairs) => sum + (pairs(left, right) ?? 0), 0);
      known.set(pair, units);
    }
    return units;
  };
}

/** The lookups of a feature, whatever script and language ask for it. */
function lookupsOf(gpos: DataView, tag: string): readonly DataView[] {
  const features = from(gpos, gpos.getUint16(6));
  const lookups = from(gpos, gpos.getUint16(8));
  const numbers = new Set<number>();
  for (let i = 0; i < features.getUint16(0); i++) {
    if (tagAt(features, 2 + 6 * i) !== tag) continue;
    const feature = from(features, features.getUint16(6 + 6 * i));
    for (const number of numbersIn(feature, 2)) numbers.add(number);
  }
  return Array.from(numbers, (number) => from(lookups, lookups.getUint16(2 + 2 * number)));
}

const PAIRS = 2;
const EXTENSION = 9;

/** The first of its parts that knows the pair decides. */
function pairsOfLookup(lookup: DataView): Pairs {
  const kind = lookup.getUint16(0);
  const parts = numbersIn(lookup, 4).flatMap((offset) => {
    const part = from(lookup, offset);
    if (kind === PAIRS) return [part];
    const isPairs = kind === EXTENSION && part.getUint16(2) === PAIRS;
    return isPairs ? [from(part, part.getUint32(4))] : [];
  });
  const tables = parts.map((part) =>
    part.getUint16(0) === 1 ? pairsByGlyph(part) : pairsByClass(part),
  );
  return (left, right) => {
    for (const pairs of tables) {
      const units = pairs(left, right);
      if (units !== undefined) return units;
    }
    return undefined;
  };
}

function pairsByGlyph(part: DataView): Pairs {
  const placeOf = coverageAt(part, part.getUint16(2));
  const { size, advance } = valuesOf(part);
  return (left, right) => {
    const place = placeOf(left);
    if (place === undefined) return undefined;
    const set = from(part, part.getUint16(10 + 2 * place));
    for (let i = 0; i < set.getUint16(0); i++) {
      const record = 2 + i * (2 + size);
      if (set.getUint16(record) === right) return advance(set, record + 2);
    }
    return undefined;
  };
}

function pairsByClass(part: DataView): Pairs {
  const placeOf = coverageAt(part, part.getUint16(2));
  const leftClass = classesAt(part, part.getUint16(8));
  const rightClass = classesAt(part, part.getUint16(10));
  const rights = part.getUint16(14);
  const { size, advance } = valuesOf(part);
  return (left, right) => {
    if (placeOf(left) === undefined) return undefined;
    return advance(part, 16 + size * (leftClass(left) * rights + rightClass(right)));
  };
}

const ADVANCE = 4;

/** How large the values of a pair are in bytes, and where among them is the left glyph's advance. */
function valuesOf(part: DataView) {
  const [first, second] = [part.getUint16(4), part.getUint16(6)];
  const size = 2 * (bitsIn(first) + bitsIn(second));
  const place = 2 * bitsIn(first & (ADVANCE - 1));
  const advance = (view: DataView, start: number): number =>
    first & ADVANCE ? view.getInt16(start + place) : 0;
  return { size, advance };
}

const bitsIn = (number: number): number => number.toString(2).replaceAll("0", "").length;

/** The place of a glyph among those that a part speaks of. */
function coverageAt(part: DataView, offset: number): (glyph: number) => number | undefined {
  const table = from(part, offset);
  const places = new Map<number, number>();
  if (table.getUint16(0) === 1) numbersIn(table, 2).forEach((glyph, i) => places.set(glyph, i));
  else
    for (const [start, end, first] of rangesIn(table, 2))
      for (let glyph = start; glyph <= end; glyph++) places.set(glyph, first + glyph - start);
  return (glyph) => places.get(glyph);
}

/** The class of a glyph; 0 where none is named. */
function classesAt(part: DataView, offset: number): (glyph: number) => number {
  const table = from(part, offset);
  const classes = new Map<number, number>();
  if (table.getUint16(0) === 1) {
    const first = table.getUint16(2);
    numbersIn(table, 4).forEach((kind, i) => classes.set(first + i, kind));
  } else
    for (const [start, end, kind] of rangesIn(table, 2))
      for (let glyph = start; glyph <= end; glyph++) classes.set(glyph, kind);
  return (glyph) => classes.get(glyph) ?? 0;
}

/** Numbers behind their count. */
const numbersIn = (view: DataView, start: number): readonly number[] =>
  Array.from({ length: view.getUint16(start) }, (_, i) => view.getUint16(start + 2 + 2 * i));

const rangesIn = (view: DataView, start: number): readonly (readonly [number, number, number])[] =>
  Array.from({ length: view.getUint16(start) }, (_, i) => {
    const record = start + 2 + 6 * i;
    return [
      view.getUint16(record),
      view.getUint16(record + 2),
      view.getUint16(record + 4),
    ] as const;
  });
