import { isSentence, type Edge, type Item, type Sentence } from "./items.ts";
import { holds } from "./marked.ts";

/** Why a copy may not be left out, in words that go on with "it …". From what is told first to what is told last. */
export const REASONS = {
  whole:
    "does not begin and end with whole sentences, or is part of a heading, a table or a numbered list",
  same: "is not quite what the first one is: look for capitals, punctuation, emphasis, links, pictures and notes",
  missed:
    "would leave something behind that leads nowhere: a heading, a colon, a quotation mark, a bracket or a line across the page",
} as const;

export type Reason = keyof typeof REASONS;

/**
 * What a text is without a copy, judged by how it reads before and after. Undefined where all is well: what is left reads
 * as it did, but for one run of whole sentences, and these are said before it, in this order and with all their marks.
 *
 * @param copies how many copies in a row were left out
 */
export function objectionTo(
  before: readonly Item[],
  after: readonly Item[],
  copies: number,
): Reason | undefined {
  const objections = new Set<Reason>();
  for (const cut of cutsBetween(before, after)) {
    const objection = objectionToCut(cut, copies);
    if (objection === undefined) return undefined;
    objections.add(objection);
  }
  return lastOf(objections);
}

const NAMES = Object.keys(REASONS) as readonly Reason[];

/** The reason that was come to last, where several ways were tried: the others failed sooner. */
export const lastOf = (reasons: ReadonlySet<Reason>): Reason =>
  NAMES.findLast((name) => reasons.has(name)) ?? "whole";

function objectionToCut(cut: Cut, copies: number): Reason | undefined {
  if (!isWhole(cut)) return "whole";
  const said = cut.items.filter(isSentence);
  const before = cut.left.filter(isSentence);
  if (!inParts(said, copies).every((part) => isSaid(part, before))) return "same";
  return isMissed(cut, said) ? "missed" : undefined;
}

/** A run that was left out, between what is left. */
interface Cut {
  readonly items: readonly Item[];
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

/** More ways to see it are those of a text that says one thing over and over. */
const MOST_WAYS = 100;

/**
 * The one run that is in `before` and not in `after`; none where more than that differs. "a [b a] b" and "a b [a b]" leave the
 * same, so there are several ways to see it, the last of them first.
 */
function* cutsBetween(before: readonly Item[], after: readonly Item[]): Generator<Cut> {
  const length = before.length - after.length;
  if (length <= 0) return;
  let latest = 0;
  while (latest < after.length && before[latest]!.key === after[latest]!.key) latest++;
  let earliest = after.length;
  while (earliest > 0 && before[earliest - 1 + length]!.key === after[earliest - 1]!.key)
    earliest--;
  for (let at = latest; at >= earliest && at > latest - MOST_WAYS; at--) {
    const items = before.slice(at, at + length);
    yield { items, left: after.slice(0, at), right: after.slice(at) };
  }
}

/** Blocks that end without having begun, and that begin without an end. */
function unmatched(items: readonly Item[]): readonly Edge[] {
  const open: Edge[] = [];
  for (const item of items) {
    if (isSentence(item) || item.turn === 0) continue;
    if (item.turn === -1 && open.at(-1)?.turn === 1) open.pop();
    else open.push(item);
  }
  return open;
}

/** Of these a part may be left out; others would be changed by it, or renumbered. */
const DIVISIBLE = new Set(["paragraph", "bullet_list", "list_item"]);

function isWhole({ items, left, right }: Cut): boolean {
  const around = unmatched(left);
  if (!around.every(({ block }) => DIVISIBLE.has(block))) return false;
  // Where a copy begins in one paragraph and ends in another, what is left of both becomes one.
  if (!unmatched(items).every(({ block }) => block === "paragraph")) return false;
  if (!items.some(hasWords) || isEmptied(left.at(-1), right[0])) return false;
  if (around.at(-1)?.block !== "paragraph") return true;
  return [left.toReversed(), right].every((items) => {
    const rest = items.slice(
      0,
      items.findIndex((item) => !isSentence(item)),
    );
    return rest.length === 0 || rest.some(hasWords);
  });
}

const hasWords = (item: Item): boolean => isSentence(item) && /[\p{L}\p{N}]/u.test(item.text);

const isEmptied = (left: Item | undefined, right: Item | undefined): boolean =>
  isEdge(left) && left.turn === 1 && isEdge(right) && right.turn === -1;

const isEdge = (item: Item | undefined): item is Edge => item?.kind === "edge";

/** As many as there are copies: all say the same. */
function inParts(sentences: readonly Sentence[], parts: number): readonly (readonly Sentence[])[] {
  const size = Math.ceil(sentences.length / parts);
  return Array.from({ length: parts }, (_, i) => sentences.slice(i * size, (i + 1) * size));
}

/** Whether sentences stand in a row among others, each with its marks or more. */
function isSaid(sentences: readonly Sentence[], among: readonly Sentence[]): boolean {
  const [first] = sentences;
  return among.some(
    ({ text }, at) =>
      text === first?.text &&
      sentences.every((sentence, i) => at + i < among.length && holds(among[at + i]!, sentence)),
  );
}

function isMissed({ left, right }: Cut, said: readonly Sentence[]): boolean {
  const [before, after] = [left.at(-1), right[0]];
  if (isHeading(before) && leavesNothing(before, after)) return true;
  if (isRule(before) && (after === undefined || isRule(after))) return true;
  if (isRaw(before) || isRaw(after)) return true;
  const last = left.findLast(isSentence);
  if (last && /[:;,—([]$/u.test(last.text)) return true;
  return !isBalanced(said.map(({ text }) => text).join(" "));
}

const isHeading = (item: Item | undefined): item is Edge =>
  isEdge(item) && item.block === "heading";
const isRule = (item: Item | undefined): boolean => isEdge(item) && item.block === "hr";
const isRaw = (item: Item | undefined): boolean =>
  isSentence(item) && item.runs[0]!.marks.some((mark) => mark.startsWith("html_block"));

/** Whether a heading has nothing below it but the next one, or the end. */
const leavesNothing = (heading: Edge, next: Item | undefined): boolean =>
  next === undefined || isRule(next) || (isHeading(next) && next.level <= heading.level);

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Whether all that opens in a text closes in it: quotation marks, and brackets but those of smileys and "1)". */
function isBalanced(text: string): boolean {
  if ((text.split('"').length - 1) % 2 === 1) return false;
  return Object.entries(CLOSING).every(
    ([close, open]) => text.split(open).length === text.split(close).length,
  );
}
