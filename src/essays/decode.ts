import type { Finding } from "../diagnostics/diagnostic.ts";
import { firstBadByte } from "../text/utf8.ts";

/** What `decode` made of a file: the best that can be shown of it, and what is wrong with it. */
export interface Decoded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Far more than anyone reads at one sitting; a larger file is a mistake, or meant to harm. */
export const MAX_BYTES = 1024 * 1024;
/** Places named in one file; the last of them says how many more there are. */
const MAX_PLACES = 5;

/** `ignoreBOM` keeps the BOM in the text, so that offsets count it. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-16 units that only a forbidden character has: a test four times as fast, passed by nearly all texts. */
// oxlint-disable-next-line no-control-regex
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\udffe\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/** Control characters but tab, LF and CR, and code points that Unicode keeps from being characters. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/**
 * Reads bytes as UTF-8, strictly. A BOM stays in the text. Findings are `invalid-text` errors: bad bytes,
 * UTF-16, control characters, no text at all, or more than 1 MiB.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return tooLarge(bytes);
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes, "utf-16le");
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes, "utf-16be");
  const bad = firstBadByte(bytes);
  if (bad !== undefined) return badByte(bytes, bad);

  const text = strict.decode(bytes);
  if (/^\s*$/u.test(text)) return { text, findings: [EMPTY] };
  return { text, findings: forbiddenCharacters(text) };
}

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second;

const finding = (message: string, help: string, start = 0, end = start): Finding => ({
  code: "invalid-text",
  severity: "error",
  message,
  help,
  span: { start, end },
});

const EMPTY = finding(
  "the file has no text",
  "Readers would get an empty page. Write something in it, or delete the file.",
);

const tooLarge = (bytes: Uint8Array): Decoded => ({
  text: lenient.decode(bytes.subarray(0, MAX_BYTES)),
  findings: [
    finding(
      `the file has more than ${MAX_BYTES} bytes (1 MiB), the most that a text may have`,
      "That is longer than a novel. Split it, or check that it is the file you meant.",
    ),
  ],
});

const utf16 = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  findings: [
    finding(
      "the file is UTF-16, not UTF-8",
      "Save it again with the encoding UTF-8 (editors offer it under “Save as” or “Encoding”).",
    ),
  ],
});

function badByte(bytes: Uint8Array, offset: number): Decoded {
  const text = lenient.decode(bytes);
  const start = strict.decode(bytes.subarray(0, offset)).length;
  const byte = `0x${bytes[offset]!.toString(16).toUpperCase().padStart(2, "0")}`;
  const message = `byte ${byte} at byte offset ${offset} is not UTF-8`;
  const help =
    "The text would be shown garbled. Save the file again with the encoding UTF-8; it may be Windows-1252 now.";
  return { text, findings: [finding(message, help, start, Math.min(start + 1, text.length))] };
}

function forbiddenCharacters(text: string): readonly Finding[] {
  if (!SUSPECT.test(text)) return [];
  const places = [...text.matchAll(FORBIDDEN)];
  return places.slice(0, MAX_PLACES).map((place, i) => {
    const others = i === MAX_PLACES - 1 ? places.length - MAX_PLACES : 0;
    const more = others > 0 ? ` (and ${others} more in this file)` : "";
    const message = `${nameOf(place[0])} can't stand in a text${more}`;
    return finding(message, HELP_DELETE, place.index, place.index + place[0].length);
  });
}

const HELP_DELETE =
  "Browsers and feed readers reject it or show a box. Delete it; copying from a PDF or terminal often brings it along.";

function nameOf(character: string): string {
  const codePoint = character.codePointAt(0)!;
  const hex = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  if (codePoint === 0) return `a NUL character (${hex})`;
  return codePoint < 0xa0 ? `the control character ${hex}` : `the noncharacter ${hex}`;
}
