import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, MAX_BYTES } from "../../src/essays/decode.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const messages = (bytes: Uint8Array): readonly string[] =>
  decode(bytes).findings.map(({ code, severity, message }) => `${severity}[${code}] ${message}`);

test("reads UTF-8 of every length", () => {
  const text = "plain, é, 日本語, 😀, \ttab\r\nline\rline\n";
  assert.deepEqual(decode(bytesOf(text)), { text, findings: [] });
});

test("keeps a BOM, so that offsets count it", () => {
  assert.deepEqual(decode(bytesOf("\ufeffword")), { text: "\ufeffword", findings: [] });
});

test("names the first byte that is not UTF-8, and its place in the text", () => {
  const bytes = Uint8Array.from([...bytesOf("é caf"), 0xe9, ...bytesOf("\nmore "), 0xff]);
  const { text, findings } = decode(bytes);
  assert.equal(text, "é caf\ufffd\nmore \ufffd");
  assert.equal(findings.length, 1);
  assert.match(findings[0]!.message, /byte 0xE9 at byte offset 6 /);
  assert.deepEqual(findings[0]!.span, { start: 5, end: 6 });
});

test("refuses every kind of ill-formed UTF-8", () => {
  const illFormed = {
    "a lone continuation": [0x80],
    "a start without its rest": [0xe2, 0x82],
    "an overlong slash": [0xc0, 0xaf],
    "an overlong NUL": [0xe0, 0x80, 0x80],
    "a surrogate": [0xed, 0xa0, 0x80],
    "beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
    "five bytes": [0xf8, 0x88, 0x80, 0x80, 0x80],
    "cut short at the end": [0xf0, 0x9f, 0x98],
  };
  for (const [what, bytes] of Object.entries(illFormed)) {
    const found = messages(Uint8Array.from([0x61, ...bytes]));
    assert.deepEqual(found.length, 1, what);
    assert.match(found[0]!, /^error\[invalid-text\] byte 0x[0-9A-F]{2} at byte offset 1 /, what);
  }
});

test("tells UTF-16 from bad UTF-8, and still shows its text", () => {
  const little = Uint8Array.of(0xff, 0xfe, 0x48, 0, 0x69, 0);
  const big = Uint8Array.of(0xfe, 0xff, 0, 0x48, 0, 0x69);
  for (const bytes of [little, big]) {
    assert.equal(decode(bytes).text, "Hi");
    assert.match(messages(bytes)[0]!, /UTF-16/);
  }
});

test("refuses control characters and noncharacters where they stand", () => {
  for (const [character, name] of [
    ["\0", "NUL"],
    ["\u0007", "U\\+0007"],
    ["\f", "U\\+000C"],
    ["\u001b", "U\\+001B"],
    ["\u007f", "U\\+007F"],
    ["\u0085", "U\\+0085"],
    ["\u009f", "U\\+009F"],
    ["\uffff", "U\\+FFFF"],
    ["\u{1fffe}", "U\\+1FFFE"],
  ] as const) {
    const { findings } = decode(bytesOf(`ab${character}c`));
    assert.equal(findings.length, 1, name);
    assert.match(findings[0]!.message, new RegExp(name));
    assert.deepEqual(findings[0]!.span, { start: 2, end: 2 + character.length });
  }
});

test("names a handful of places, and says how many more there are", () => {
  const { findings } = decode(bytesOf("a\0".repeat(100)));
  assert.equal(findings.length, 5);
  assert.match(findings[4]!.message, /95 more/);
});

test("accepts letters and signs that merely look unusual", () => {
  const text =
    "zero\u200bwidth \u202eright to left\u202c \u00a0 \u2028 \ue000 \u{1f9d1}\u200d\u{1f680} \ufffd";
  assert.deepEqual(decode(bytesOf(text)).findings, []);
});

test("refuses a file without text", () => {
  for (const text of ["", " \n\t\r\n", "\ufeff", "\ufeff\n"]) {
    assert.equal(messages(bytesOf(text))[0], "error[invalid-text] the file has no text");
  }
});

test("refuses more than 1 MiB, and not a byte less", () => {
  assert.deepEqual(messages(new Uint8Array(MAX_BYTES).fill(0x61)), []);
  assert.match(messages(new Uint8Array(MAX_BYTES + 1).fill(0x61))[0]!, /more than 1048576 bytes/);
});
