import { html, type Html } from "../text/html.ts";
import type { Span } from "../text/span.ts";
import type { Mark, MarkLink } from "./marks.ts";
import type { TextNode } from "./page-text.ts";

/** A mark, with where it is laid: spans of the page. */
export interface LaidMark {
  readonly mark: Mark;
  readonly runs: readonly Span[];
  readonly changed: readonly Span[];
}

/** Something to be put into the page; of what stands at one place the lowest rank comes first. */
interface Addition {
  readonly at: number;
  readonly rank: number;
  readonly markup: Html | string;
}

/** Keeps a bracket on the line of the word beside it. */
const JOINER = "\u2060";

const [CLOSING, END, LABEL, OPENING] = [0, 1, 2, 3];

/** A piece of a text node in which nothing begins or ends. */
interface Piece extends Span {
  readonly node: TextNode;
  readonly marks: readonly LaidMark[];
}

/** The page with the marks in it: each text node is marked by itself, since a passage may go across paragraphs. */
export function laidOn(
  page: string,
  nodes: readonly TextNode[],
  marks: readonly LaidMark[],
): string {
  const pieces = nodes
    .filter((node) => node.isInline || page.slice(node.start, node.end).trim() !== "")
    .flatMap((node) => piecesOf(node, marks));
  return withAdditions(page, [
    ...pieces.flatMap(highlight),
    ...marks.flatMap((mark) => {
      const own = pieces.filter((piece) => piece.marks.includes(mark));
      return own.length === 0 ? [] : [labelAt(own[0]!, mark), endAt(own.at(-1)!)];
    }),
  ]);
}

function piecesOf(node: TextNode, all: readonly LaidMark[]): readonly Piece[] {
  const marks = all.filter(({ runs }) => runs.some((run) => overlaps(run, node)));
  if (marks.length === 0) return [];
  const within = marks
    .flatMap(({ runs, changed }) => [...runs, ...changed])
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > node.start && at < node.end);
  const cuts = [...new Set([node.start, ...within, node.end])].toSorted((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const piece = { start: cuts[i]!, end };
    const on = marks.filter(({ runs }) => runs.some((run) => overlaps(run, piece)));
    return on.length === 0 ? [] : [{ ...piece, node, marks: on }];
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function highlight(piece: Piece): readonly Addition[] {
  const { start, end, marks } = piece;
  const isCopy = marks.some(({ mark }) => mark.role === "copy");
  const isChanged = marks.some(({ changed }) => changed.some((span) => overlaps(span, piece)));
  const classes = `said-${isCopy ? "copy" : "other"}${isChanged ? " said-changed" : ""}`;
  return [
    { at: start, rank: OPENING, markup: `<mark class="${classes}">` },
    { at: end, rank: CLOSING, markup: "</mark>" },
  ];
}

function labelAt({ start, node }: Piece, { mark }: LaidMark): Addition {
  const { id, links, changed } = mark;
  const note = changed.length > 0 && " (changed words are dashed)";
  const words = html`<span lang="en" dir="ltr">${links.map(link)}${note}</span>`;
  const markup = html`<span class="said-label" id="${id}"
    >${words} <span class="said-begin">${JOINER}</span></span
  >`;
  return { at: node.link?.start ?? start, rank: LABEL, markup };
}

const link = ({ words, href }: MarkLink, place: number): Html =>
  html`${place > 0 && " · "}${href === undefined ? words : html`<a href="${href}">${words}</a>`}`;

/** A bracket for who sees the page, and words for who hears it. */
const endAt = ({ end, node }: Piece): Addition => ({
  at: node.link?.end ?? end,
  rank: END,
  markup: html`<span class="said-end"
    >${JOINER}<span class="said-unseen" lang="en" dir="ltr">End of what is said twice.</span></span
  >`,
});

function withAdditions(page: string, additions: readonly Addition[]): string {
  let [marked, from] = ["", 0];
  for (const { at, markup } of additions.toSorted((a, b) => a.at - b.at || a.rank - b.rank)) {
    marked += page.slice(from, at) + markup.toString();
    from = at;
  }
  return marked + page.slice(from);
}
