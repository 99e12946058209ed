/**
 * Whether anything stands behind the end of a picture. Telephones append the seconds of film around a photograph, and
 * whoever means harm a program or an archive; no browser shows it, and nobody knows that it is published.
 */
export function hasMoreBehind(bytes: Buffer, format: string): boolean {
  const end = ends[format]?.(bytes);
  return end !== undefined && end < bytes.length;
}

/** Where pictures end, by format; undefined where that can't be told. */
const ends: Readonly<Record<string, (bytes: Buffer) => number | undefined>> = {
  png: endOfPng,
  jpeg: endOfJpeg,
  // RIFF: the size counts from behind itself, and is rounded up to whole pairs.
  webp: (bytes) => 8 + bytes.readUInt32LE(4) + (bytes.readUInt32LE(4) % 2),
};

/** PNG specification, 5.3: chunks of a length, a type, data and a check sum, of which IEND is the last. */
function endOfPng(bytes: Buffer): number | undefined {
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return next;
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
    // Bytes of filling may stand before a marker.
    if (kind === MARKER) at++;
    else at += 2 + bytes.readUInt16BE(at + 2);
    if (kind === START_OF_SCAN) at = nextMarker(bytes, at);
  }
  return bytes[at] === MARKER && bytes[at + 1] === END_OF_IMAGE ? at + 2 : undefined;
}

/** In a scan's data 0xff is followed by 0, or by the number of a restart. */
function nextMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MARKER, from);
  while (at >= 0 && isData(bytes[at + 1])) at = bytes.indexOf(MARKER, at + 1);
  return at < 0 ? bytes.length : at;
}

const isData = (behind: number | undefined): boolean =>
  behind === 0 || (behind !== undefined && behind >= 0xd0 && behind <= 0xd7);
