import { kerningIn } from "./kerning.ts";
import { tablesIn } from "./tables.ts";

/** What setting a line asks of a font. Lengths are in ems. */
export interface Font {
  /** The glyph of a character; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** By how much the second of two neighbours moves towards the first: mostly negative, or 0. */
  kerningOf(left: number, right: number): number;
}

/**
 * Reads a TrueType font (OpenType specification, chapters cmap, head, hhea, hmtx). The program that draws the letters
 * could tell how wide a line is too, but takes 2 ms for each that is tried; and which letters a font lacks it does not tell.
 */
export function readFont(bytes: Uint8Array): Font {
  const table = tablesIn(bytes);
  const unitsPerEm = table("head").getUint16(18);
  const advances = table("hmtx");
  const lastAdvance = table("hhea").getUint16(34) - 1;
  const kerningOf = kerningIn(table("GPOS"));
  return {
    glyphOf: remembered(glyphsIn(table("cmap"))),
    advanceOf: (glyph) => advances.getUint16(4 * Math.min(glyph, lastAdvance)) / unitsPerEm,
    kerningOf: (left, right) => kerningOf(left, right) / unitsPerEm,
  };
}

/** Looking a character up takes longer than all else that is asked of it. */
function remembered(glyphOf: Font["glyphOf"]): Font["glyphOf"] {
  const known = new Map<number, number>();
  return (codePoint) => {
    let glyph = known.get(codePoint);
    if (glyph === undefined) known.set(codePoint, (glyph = glyphOf(codePoint)));
    return glyph;
  };
}

const UNICODE = 0;
const WINDOWS = 3;
/** Segments of the first 65,536 characters. A text in Literata needs no others. */
const SEGMENTS = 4;

function glyphsIn(cmap: DataView): Font["glyphOf"] {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + 8 * i);
    const start = cmap.getUint32(8 + 8 * i);
    if (platform !== UNICODE && platform !== WINDOWS) continue;
    if (cmap.getUint16(start) === SEGMENTS) return segmentsAt(cmap, start);
  }
  throw new Error("the font has no table of Unicode characters that can be read");
}

function segmentsAt(cmap: DataView, start: number): Font["glyphOf"] {
  const columns = cmap.getUint16(start + 6);
  const count = columns / 2;
  const ends = start + 14;
  const starts = ends + columns + 2;
  const deltas = starts + columns;
  const offsets = deltas + columns;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let i = 0;
    while (i < count && cmap.getUint16(ends + 2 * i) < codePoint) i++;
    const first = i < count ? cmap.getUint16(starts + 2 * i) : Infinity;
    if (codePoint < first) return 0;
    const delta = cmap.getUint16(deltas + 2 * i);
    const offset = cmap.getUint16(offsets + 2 * i);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.getUint16(offsets + 2 * i + offset + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
