import { pageOf } from "./codes.ts";
import type { Diagnostic, Report } from "./diagnostic.ts";
import { placesIn, type Places } from "./places.ts";

/** Raised when a key goes or changes its meaning. */
const VERSION = 1;

/** The report for programs; the order of its keys is fixed. */
export function renderJson({ summary, diagnostics, sources }: Report): string {
  const places = placesIn(sources);
  const { essays, words, errors, warnings, notes } = summary;
  const json = {
    version: VERSION,
    summary: { essays, words, errors, warnings, notes },
    diagnostics: diagnostics.map((diagnostic) => plain(diagnostic, places)),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Keys without a value are left out by JSON itself. */
const plain = (diagnostic: Diagnostic, places: Places): object => ({
  code: diagnostic.code,
  severity: diagnostic.severity,
  message: diagnostic.message,
  help: diagnostic.help,
  url: pageOf(diagnostic.code),
  file: diagnostic.file,
  range: places.rangeOf(diagnostic.file, diagnostic.span),
  related: (diagnostic.related ?? []).map(({ message, file, span }) => ({
    message,
    file,
    range: places.rangeOf(file, span),
  })),
  data: diagnostic.data,
});
