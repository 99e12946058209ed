import {
  countsOf,
  type Diagnostic,
  type Report,
  type Sources,
  type Summary,
} from "../diagnostics/diagnostic.ts";
import { decode } from "../essays/decode.ts";
import { SETTINGS, type Content } from "../io/content.ts";
import type { Site } from "../site/site.ts";

/** A report on a whole site. */
export const reportOf = (
  site: Site,
  diagnostics: readonly Diagnostic[],
  content: Content,
): Report => ({
  summary: summaryOf(site, diagnostics),
  diagnostics,
  sources: sourcesIn(content),
});

/** The texts, decoded when a reporter shows them. */
export function sourcesIn({ sources, settings }: Content): Sources {
  const bytes = new Map(sources.map((source) => [source.file, source.bytes]));
  if (settings) bytes.set(SETTINGS, settings);
  return (file) => {
    const found = bytes.get(file);
    return found && decode(found).text;
  };
}

function summaryOf({ essays }: Site, diagnostics: readonly Diagnostic[]): Summary {
  const words = essays.reduce((sum, { manuscript }) => sum + manuscript.words, 0);
  return { essays: essays.length, words, ...countsOf(diagnostics) };
}
