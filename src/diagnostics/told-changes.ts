import type { Span } from "../text/span.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Places } from "./places.ts";
import { counted } from "./summary.ts";
import { cutMiddle, visible } from "./visible.ts";

const MOST_TOLD = 3;
/** In columns: enough to recognise a sentence by. */
const LONGEST_TOLD = 60;

/** What has changed since the earliest place of a finding, a line each, in words; empty where nothing was compared. */
export function toldChanges(
  { file, related: [first] = [] }: Diagnostic,
  places: Places,
): readonly string[] {
  const changes = first?.changes;
  if (!changes) return [];
  if (changes.length === 0) return ["the same words in another order"];
  const rest = changes.length - MOST_TOLD;
  const [ours, theirs] = [places.textOf(file), places.textOf(first.file)];
  const told = changes.slice(0, MOST_TOLD).map(({ here, there }) => {
    if (here && there) return `${quoted(theirs, there)} became ${quoted(ours, here)}`;
    return here ? `${quoted(ours, here)} is new` : `${quoted(theirs, there!)} is gone`;
  });
  return rest > 0 ? [...told, `and ${counted(rest, "more change")}`] : told;
}

const quoted = (text: string, span: Span): string => `“${excerptOf(text, span, LONGEST_TOLD)}”`;

/** A place of a text on one line, cut in the middle to a width in columns. */
export const excerptOf = (text: string, { start, end }: Span, width: number): string =>
  cutMiddle(visible(text.slice(start, end).replace(/\s+/g, " ")), width);
