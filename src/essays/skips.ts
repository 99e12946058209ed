import type { Span } from "../text/span.ts";
import type { Manuscript } from "./essay.ts";
import { merged } from "./facts.ts";

/**
 * The spans of the whole text that are no prose, sorted and apart: front matter and pasted header, and in
 * the body quotations, code, comments, the targets of links and bare URLs.
 */
export function proseSkips(text: string, { body, notProse = [] }: Manuscript): readonly Span[] {
  return merged([
    { start: 0, end: body.start },
    ...notProse,
    { start: body.end, end: text.length },
  ]);
}
