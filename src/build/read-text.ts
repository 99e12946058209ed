import { proofread } from "../checks/proofread.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { sketchOfWords } from "../duplicates/index.ts";
import { decode } from "../essays/decode.ts";
import type { Manuscript, Source } from "../essays/essay.ts";
import { readManuscript } from "../essays/manuscript.ts";
import type { Settings } from "../settings/settings.ts";

/** What a text says by itself, as it is cached by the hash of its bytes. Plain JSON. */
export interface Reading {
  /** Missing where the bytes are no text. */
  readonly manuscript?: Manuscript;
  readonly findings: readonly Finding[];
}

/** A text that was just read: with its rendered body, which is too large to be cached and quickly made again. */
export interface FreshReading {
  readonly reading: Reading;
  /** The detector's. */
  readonly sketch: Uint32Array;
  /** In UTF-8: as strings, those of thousands of texts take twice the memory, and longer to hand over. */
  readonly template: Uint8Array;
}

const encoder = new TextEncoder();

/** Reads a text: most of what a first build takes. */
export function readText({ bytes, format, role }: Source, settings: Settings): FreshReading {
  const { text, findings } = decode(bytes);
  if (findings.length > 0) return unread(findings);
  const { markdown, duplicates, language } = settings;
  const options = { html: markdown.html, language };
  const read = readManuscript(text, format, role, options);
  const { manuscript, findings: problems, template, prose } = read;
  const reading = {
    manuscript,
    findings: [...problems, ...proofread(text, manuscript, format)],
  };
  const sketch = sketchOfWords(prose, duplicates);
  return { reading, sketch, template: encoder.encode(template) };
}

const unread = (findings: Reading["findings"]): FreshReading => ({
  reading: { findings },
  sketch: new Uint32Array(),
  template: new Uint8Array(),
});
