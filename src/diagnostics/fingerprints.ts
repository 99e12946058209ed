import { createHash } from "node:crypto";
import type { Diagnostic } from "./diagnostic.ts";
import type { Places } from "./places.ts";

/** Sixteen hex digits tell more findings apart than any site has. */
const DIGITS = 16;

/**
 * By what each finding is known again in a later report, in the order of the findings. It is made of the text that
 * the finding is about and not of its line, so it stays when the finding moves; of a passage it is the passage's own, which
 * stays in another file too. Equal texts of one file are told apart by their order.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  places: Places,
): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const subject = subjectOf(diagnostic, places);
    const nth = seen.get(subject) ?? 0;
    seen.set(subject, nth + 1);
    return createHash("sha256").update(`${subject}\n${nth}`).digest("hex").slice(0, DIGITS);
  });
}

function subjectOf({ code, file, span, data }: Diagnostic, places: Places): string {
  const fingerprint = data?.["fingerprint"];
  if (typeof fingerprint === "string") return JSON.stringify([code, fingerprint]);
  const text = places.textOf(file).slice(span.start, span.end);
  return JSON.stringify([code, file, text.replace(/\s+/g, " ")]);
}
