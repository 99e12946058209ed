import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Manuscript } from "../../essays/essay.ts";

/** Pictures without words, which those who can't see them never learn of. */
export const missingAlt = ({ links }: Manuscript): readonly Finding[] =>
  links
    .filter(({ kind, alt }) => kind === "image" && !alt?.trim())
    .map(({ target, span }) => ({
      code: "missing-alt",
      severity: "warning",
      message: `the picture ${target} has no words`,
      help: `Readers who can't see it hear nothing of it, and feeds without pictures leave a gap. Say what it shows: ![a heron in the reeds](${target})`,
      span,
    }));
