/**
 * Whether a file holds more than a picture: comments and private notes, or anything behind its end. Cameras write the
 * place, telephones append the seconds of film around a photograph, and whoever means harm a program or an archive; no
 * browser shows it, and nobody knows that it is published.
 */
export function hasMoreThanPicture(bytes: Buffer, format: string): boolean {
  const end = ends[format]?.(bytes);
  return end !== undefined && end < bytes.length;
}

/** Where what belongs to a picture ends, by format; undefined where that can't be told. */
const ends: Readonly<Record<string, (bytes: Buffer) => number | undefined>> = {
  png: endOfPng,
  jpeg: endOfJpeg,
  gif: endOfGif,
  // RIFF: the size counts from behind itself, and is rounded up to whole pairs.
  webp: (bytes) => 8 + bytes.readUInt32LE(4) + (bytes.readUInt32LE(4) % 2),
};

/** Chunks that say how a PNG is to be shown; those that must be understood begin with a capital. */
const SHOWN = /^[A-Z]|^(?:acTL|bKGD|cHRM|cICP|fcTL|fdAT|gAMA|hIST|iCCP|pHYs|sBIT|sPLT|sRGB|tRNS)$/;

/** PNG specification, 5.3: chunks of a length, a type, data and a check sum, of which IEND is the last. */
function endOfPng(bytes: Buffer): number | undefined {
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IEND") return next;
    if (!SHOWN.test(type)) return at;
    at = next;
  }
  return undefined;
}

const MARKER = 0xff;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** ITU T.81, annex B: segments that begin with a marker and their length; a scan's data run on to the next marker. */
function endOfJpeg(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== MARKER) return undefined;
    const kind = bytes[at + 1]!;
    if (kind === END_OF_IMAGE) return at + 2;
    if (isNote(kind)) return at;
    // Bytes of filling may stand before a marker.
    if (kind === MARKER) at++;
    else at += 2 + bytes.readUInt16BE(at + 2);
    if (kind === START_OF_SCAN) at = nextMarker(bytes, at);
  }
  return bytes[at] === MARKER && bytes[at + 1] === END_OF_IMAGE ? at + 2 : undefined;
}

/** Comments, and segments of programs but for JFIF's, the colour profile and Adobe's kind of colour. */
const isNote = (kind: number): boolean =>
  kind === 0xfe || (kind > 0xe0 && kind <= 0xef && kind !== 0xe2 && kind !== 0xee);

/** In a scan's data 0xff is followed by 0, or by the number of a restart. */
function nextMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MARKER, from);
  while (at >= 0 && isData(bytes[at + 1])) at = bytes.indexOf(MARKER, at + 1);
  return at < 0 ? bytes.length : at;
}

const isData = (behind: number | undefined): boolean =>
  behind === 0 || (behind !== undefined && behind >= 0xd0 && behind <= 0xd7);

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
const TRAILER = 0x3b;
/** Of applications' extensions, those that say how often an animation is repeated. */
const REPEATS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** GIF89a, 17 to 27: a screen, then images and extensions, each of blocks that begin with their length, and a trailer. */
function endOfGif(bytes: Buffer): number | undefined {
  let at = 13 + colourTable(bytes[10]!);
  while (at < bytes.length) {
    const kind = bytes[at]!;
    if (kind === TRAILER) return at + 1;
    if (kind === IMAGE) at = blocksEnd(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    else if (kind === EXTENSION && isShown(bytes, at)) at = blocksEnd(bytes, at + 2);
    else return kind === EXTENSION ? at : undefined;
  }
  return undefined;
}

/** The bytes of a table of colours, as a field of flags has it. */
const colourTable = (flags: number): number =>
  (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);

const isShown = (bytes: Buffer, at: number): boolean =>
  bytes[at + 1] === GRAPHIC_CONTROL ||
  (bytes[at + 1] === APPLICATION && REPEATS.test(bytes.toString("latin1", at + 3, at + 14)));

/** Behind a row of blocks, which an empty one ends. */
function blocksEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  return at + 1;
}
