import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Proof } from "./proof.ts";
import { verdictsOf } from "./verdicts.ts";

/** Signatures: what so many essays say that it is no copy. One note each, at its latest place. */
export const sharedTexts = (proof: Proof): readonly Diagnostic[] =>
  verdictsOf(proof).flatMap(({ passage, flagged, isShared }) => {
    if (!flagged || !isShared) return [];
    const { words, fingerprint, places } = passage;
    const essays = new Set(places.map(({ id }) => id)).size;
    const first = places[0]!;
    return [
      {
        code: "shared-text",
        severity: "note",
        message: `${words} words stand in ${essays} essays: taken for a signature`,
        help: `They are not reported as copies. If they are meant, add ${fingerprint} to \`duplicates.allow\` in site.yaml, and this note goes too.`,
        file: flagged.id,
        span: flagged.span,
        related: [{ message: "said first here", file: first.id, span: first.span }],
        data: { words, essays, fingerprint },
      },
    ];
  });
