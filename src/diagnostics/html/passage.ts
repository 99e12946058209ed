import { html, type Html, type Part } from "../../text/html.ts";
import type { Span } from "../../text/span.ts";
import type { Change, Diagnostic, Related } from "../diagnostic.ts";
import { pathOf } from "../places.ts";
import { counted } from "../summary.ts";
import { visible } from "../visible.ts";
import { headOf, helpOf } from "./finding.ts";
import { linesIn, side, type Context } from "./side.ts";

/** Characters of a passage that says the same at all places: its beginning and end are enough to know it by. */
const MOST_ROOM_FOR_EXACT = 700;
/** Places that are named. */
const MOST_NAMED = 20;

/** A passage: the places where it was said before and its latest copy side by side, the earliest first. */
export function passage(finding: Diagnostic, id: string, context: Context): Html {
  const { file, span, related = [] } = finding;
  const since = related[0]?.changes;
  const room = since ? context.room : Math.min(context.room, MOST_ROOM_FOR_EXACT);
  // The first place, and others that say it in words of their own.
  const shown = related.filter(({ changes }, i) => i === 0 || changes);
  const named = related.filter((place) => !shown.includes(place));
  return html`<article class="finding" id="${id}">
    ${headOf(finding, id)}
    <div class="sides">
      ${shown.map((place) =>
        side({ ...roleOf(place), changed: spansOf(place.changes, "there") }, { ...context, room }),
      )}
      ${side({ file, span, role: "said again here", changed: spansOf(since, "here") }, { ...context, room })}
    </div>
    ${since?.length === 0 && html`<p>The words are the same, in another order.</p>`}
    ${others(named, context)} ${helpOf(finding)}
  </article>`;
}

const roleOf = ({ file, span, message }: Related) => ({ file, span, role: message });

/** In the order of the text; the order of reading may be that of the other side. */
const spansOf = (changes: readonly Change[] = [], where: keyof Change): readonly Span[] =>
  changes
    .flatMap(({ [where]: span }) => (span ? [span] : []))
    .toSorted((a, b) => a.start - b.start);

function others(places: readonly Related[], context: Context): Part {
  if (places.length === 0) return undefined;
  const rest = places.length - MOST_NAMED;
  return html`<p>It stands in ${counted(places.length, "more place")}:</p>
    <ul class="places">
      ${places.slice(0, MOST_NAMED).map((place) => {
        const path = visible(pathOf(place.file, context.root));
        return html`<li>${path}, ${linesIn(place, context)}</li> `;
      })}
      ${rest > 0 && html`<li>and ${rest} more</li>`}
    </ul>`;
}
