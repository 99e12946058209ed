import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Format, Manuscript } from "../essays/essay.ts";
import { hardWrapped } from "./text/hard-wrapped.ts";
import { missingAlt } from "./text/missing-alt.ts";
import { missingSpace } from "./text/missing-space.ts";

/** What can be said of a text by itself: cached with its manuscript. */
export const proofread = (
  text: string,
  manuscript: Manuscript,
  format: Format,
): readonly Finding[] => [
  ...missingSpace(text, manuscript),
  ...missingAlt(manuscript),
  ...hardWrapped(text, manuscript, format),
];
