import { proofread } from "../checks/proofread.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { sketchOf } from "../duplicates/index.ts";
import { decode } from "../essays/decode.ts";
import type { Manuscript, Source } from "../essays/essay.ts";
import { readManuscript } from "../essays/manuscript.ts";
import { outlineOf } from "../essays/outline.ts";
import { proseSkips } from "../essays/skips.ts";
import type { Settings } from "../settings/settings.ts";

/** What a text says by itself, as it is cached by the hash of its bytes. Plain JSON. */
export interface Reading {
  /** Missing where the bytes are no text. */
  readonly manuscript?: Manuscript;
  readonly findings: readonly Finding[];
  /** See `outlineOf`; "" where the bytes are no text. */
  readonly outline: string;
  /** The detector's sketch, 32-bit numbers in base64. */
  readonly sketch: string;
}

/** A text that was just read: with its rendered body, which is too large to be cached and quickly made again. */
export interface FreshReading {
  readonly reading: Reading;
  readonly template: string;
}

/** Reads a text: most of what a first build takes. */
export function readText({ bytes, format, role, file }: Source, settings: Settings): FreshReading {
  const { text, findings } = decode(bytes);
  if (findings.length > 0) return { reading: { findings, outline: "", sketch: "" }, template: "" };
  const { markdown, duplicates, language } = settings;
  const options = { html: markdown.html, language };
  const { manuscript, findings: problems, template } = readManuscript(text, format, role, options);
  const prose = { id: file, text, skip: proseSkips(text, manuscript), order: 0 };
  const reading = {
    manuscript,
    findings: [...problems, ...proofread(text, manuscript, format)],
    outline: outlineOf(manuscript),
    sketch: Buffer.from(sketchOf(prose, duplicates).buffer).toString("base64"),
  };
  return { reading, template };
}
