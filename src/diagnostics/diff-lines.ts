import { lastNotAfter, lineStarts } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { cutEnd, cutStart } from "./visible.ts";

/** A line of a diff. */
export interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
  /** Whether no line break ends it. */
  readonly isUnended: boolean;
}

/**
 * All lines of a text, with those that cuts take and those that they leave.
 *
 * @param isForPeople shows of a line that is cut what stands near, and makes nothing of a missing line break at the end
 */
export function linesWithout(
  text: string,
  cuts: readonly Span[],
  isForPeople: boolean,
): readonly Line[] {
  const starts = lineStarts(text);
  const lines: Line[] = [];
  // One by one: a call takes only so many arguments.
  const add = (more: readonly Line[]): void => more.forEach((line) => lines.push(line));
  let at = 0;
  for (const region of regionsOf(cuts, text, starts)) {
    add(linesOf(text.slice(at, region.start), " "));
    add(changed(text, region, isForPeople));
    at = region.end;
  }
  add(linesOf(text.slice(at), " "));
  return lines;
}

interface Region extends Span {
  readonly cuts: readonly Span[];
}

/** Whole lines, with the cuts that touch them. */
function regionsOf(
  cuts: readonly Span[],
  text: string,
  starts: readonly number[],
): readonly Region[] {
  const regions: Region[] = [];
  for (const cut of cuts) {
    const start = starts[lastNotAfter(starts, cut.start)]!;
    const end = starts[lastNotAfter(starts, Math.max(cut.start, cut.end - 1)) + 1] ?? text.length;
    const last = regions.at(-1);
    if (last && start < last.end) {
      regions[regions.length - 1] = { start: last.start, end, cuts: [...last.cuts, cut] };
    } else regions.push({ start, end, cuts: [cut] });
  }
  return regions;
}

function changed(
  text: string,
  { start, end, cuts }: Region,
  isForPeople: boolean,
): readonly Line[] {
  const [from, to] = [cuts[0]!.start, cuts.at(-1)!.end];
  const lead = text.slice(start, from);
  const tail = text.slice(to, end);
  const around = (middle: string): string =>
    isForPeople ? nearEnd(lead) + middle + nearStart(tail) : lead + middle + tail;
  const left = cuts.map((cut, i) => text.slice(cut.end, cuts[i + 1]?.start ?? cut.end)).join("");
  const before = linesOf(around(text.slice(from, to)), "-");
  const after = linesOf(around(left), "+");
  return inCommonOnce(before, after, isForPeople);
}

/** Lines that stay at both ends of a region are no change. */
function inCommonOnce(
  before: readonly Line[],
  after: readonly Line[],
  isForPeople: boolean,
): readonly Line[] {
  const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
    a?.text === b?.text && (isForPeople || a?.isUnended === b?.isUnended);
  let top = 0;
  while (top < after.length && isSame(before[top], after[top])) top++;
  let bottom = 0;
  while (bottom < after.length - top && isSame(before.at(-1 - bottom), after.at(-1 - bottom)))
    bottom++;
  const context = (lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, sign: " " }));
  return [
    ...context(before.slice(0, top)),
    ...before.slice(top, before.length - bottom),
    ...after.slice(top, after.length - bottom),
    ...context(before.slice(before.length - bottom)),
  ];
}

function linesOf(text: string, sign: Line["sign"]): readonly Line[] {
  if (text === "") return [];
  const starts = lineStarts(text).filter((start) => start < text.length);
  return starts.map((start, i) => {
    const whole = text.slice(start, starts[i + 1] ?? text.length);
    const line = whole.replace(/[\r\n]+$/, "");
    return { sign, text: line, isUnended: line.length === whole.length };
  });
}

/** Of a paragraph so much is enough to know it by. */
const NEAR = 80;
/** More than anybody sees of it. */
const MOST_SEEN = 4 * NEAR;

const nearEnd = (lead: string): string =>
  lead.length > MOST_SEEN ? cutStart(lead.slice(-MOST_SEEN), NEAR) : lead;

function nearStart(tail: string): string {
  if (tail.length <= MOST_SEEN) return tail;
  const [ending = ""] = /[\r\n]*$/.exec(tail)!;
  return cutEnd(tail.slice(0, MOST_SEEN), NEAR) + ending;
}
