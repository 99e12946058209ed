import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { changedLine } from "./changed-line.ts";
import type { Change, Diagnostic } from "./diagnostic.ts";
import { PLAIN, SPACES, underlined, type Paint } from "./draw.ts";
import type { Places } from "./places.ts";
import { counted } from "./summary.ts";
import { visible, widthOf } from "./visible.ts";

/** The lines of two places: of the finding's own, and of the one that it is compared with. */
interface Sides {
  readonly here: LineIndex;
  readonly there: LineIndex;
}

/** The rest is counted: whoever wants to see all of it opens the two texts. */
const MOST_GROUPS = 3;
/** The sign of a side, and a space. */
const SIGN = 2;
/** Of the width, for changes and what lies between them; around them stand words by which a reader finds the place. */
const SHARE_OF_CHANGES = 0.6;

const signs = { there: "-", here: "+" } as const;
type Side = keyof typeof signs;
/** What was there first comes first. */
const sides: readonly Side[] = ["there", "here"];

/**
 * What has changed since the earliest place of a finding, as a terminal shows it: for each change, or some that stand
 * close together, the line as it was, behind a minus, and as it is, behind a plus, each with carets below the words
 * that only it has. A side that has no such words is left out. Empty where nothing was compared.
 *
 * @param width in columns
 */
export function drawnChanges(
  { file, related: [first] = [] }: Diagnostic,
  places: Places,
  width: number,
  paint: Paint = PLAIN,
): readonly string[] {
  const here = places.linesOf(file);
  const there = first && places.linesOf(first.file);
  const changes = here && there ? first.changes : undefined;
  return changes ? rowsOf(changes, { here: here!, there: there! }, width, paint) : [];
}

function rowsOf(
  changes: readonly Change[],
  lines: Sides,
  width: number,
  paint: Paint,
): readonly string[] {
  if (changes.length === 0) return [paint.margin("the same words in another order")];
  const gutter = gutterFor(changes, lines);
  const room = width - gutter - SPACES - SIGN;
  const groups = groupsOf(changes, lines, Math.floor(room * SHARE_OF_CHANGES));
  const shown = groups.slice(0, MOST_GROUPS);
  const gap = paint.margin(`${" ".repeat(SIGN + gutter)} ┆`);
  const rest = changes.length - shown.flat().length;
  return [
    ...shown.flatMap((group, i) => [
      ...(i === 0 ? [] : [gap]),
      ...sides.flatMap((side) => sideOf(group, side)),
    ]),
    ...(rest > 0 ? [paint.margin(`and ${counted(rest, "more change")}`)] : []),
  ];

  function sideOf(group: readonly Change[], side: Side): readonly string[] {
    const spans = spansOf(group, side);
    if (spans.length === 0) return [];
    const { line, text, carets } = changedLine(spans, lines[side], room);
    return underlined(`${signs[side]} ${`${line}`.padStart(gutter)} │`, text, carets, paint);
  }
}

const spansOf = (changes: readonly Change[], side: Side): readonly Span[] =>
  changes.flatMap(({ [side]: span }) => (span ? [span] : []));

function gutterFor(changes: readonly Change[], lines: Sides): number {
  const numbers = sides.flatMap((side) =>
    spansOf(changes, side).map(({ start }) => lines[side].positionAt(start).line),
  );
  return `${numbers.reduce((most, line) => Math.max(most, line), 1)}`.length;
}

/** Changes that follow each other, as many together as a line of both sides holds. */
function groupsOf(
  changes: readonly Change[],
  lines: Sides,
  width: number,
): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && fitTogether([...last, change])) last.push(change);
    else groups.push([change]);
  }
  return groups;

  function fitTogether(group: readonly Change[]): boolean {
    // Without a pair, nothing says that the two lines are about the same words.
    const hasPair = group.some(({ here, there }) => here && there);
    const isOneSided = sides.some((side) => spansOf(group, side).length === 0);
    return (hasPair || isOneSided) && sides.every((side) => isOneRow(spansOf(group, side), side));
  }

  function isOneRow(spans: readonly Span[], side: Side): boolean {
    if (spans.length < 2) return true;
    const [first, last] = [spans[0]!, spans.at(-1)!];
    const { start, end } = lines[side].rangeOf({ start: first.start, end: last.end });
    if (start.line !== end.line || last.start < spans.at(-2)!.end) return false;
    const text = lines[side].lineText(start.line).slice(start.column - 1, end.column - 1);
    return text.length <= width && widthOf(visible(text)) <= width;
  }
}
