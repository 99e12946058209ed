import { inflateSync } from "node:zlib";

/** What is drawn on the pages of a PDF that Chromium made, a page each, as PDF's operators. */
export function drawingsIn(pdf: Buffer): readonly string[] {
  const text = pdf.toString("latin1");
  return Array.from(text.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\r?\n/g), (start) => {
    const from = start.index + start[0].length;
    const stream = pdf.subarray(from, text.indexOf("endstream", from));
    return inflateSync(stream).toString("latin1");
  }).filter(showsText);
}

/** A page's drawing sets a text's font (PDF 1.7, 9.3) and shows glyphs; fonts and pictures are streams too, and do not. */
const showsText = (drawing: string): boolean => /^BT$[^]*\sTf\s[^]*\sT[jJ]\s/m.test(drawing);

/** How many runs of glyphs a drawing shows. */
export const runsOfText = (drawing: string): number => drawing.match(/\sT[jJ]\s/g)?.length ?? 0;
