import { countsOf, type Diagnostic, type Report, type Summary } from "../diagnostics/diagnostic.ts";
import { decode } from "../essays/decode.ts";
import { SETTINGS, type Content } from "../io/content.ts";
import type { Site } from "../site/site.ts";

/** A report on a whole site. Texts are decoded when a reporter shows them. */
export function reportOf(
  site: Site,
  diagnostics: readonly Diagnostic[],
  { sources, settings }: Content,
): Report {
  const bytes = new Map(sources.map((source) => [source.file, source.bytes]));
  if (settings) bytes.set(SETTINGS, settings);
  return {
    summary: summaryOf(site, diagnostics),
    diagnostics,
    sources: (file) => {
      const found = bytes.get(file);
      return found && decode(found).text;
    },
  };
}

function summaryOf({ essays }: Site, diagnostics: readonly Diagnostic[]): Summary {
  const words = essays.reduce((sum, { manuscript }) => sum + manuscript.words, 0);
  return { essays: essays.length, words, ...countsOf(diagnostics) };
}
