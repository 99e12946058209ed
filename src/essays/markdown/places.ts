import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { Span } from "../../text/span.ts";
import { ruleOf } from "./rules.ts";

/** Where a token's source stands, in the inline content that it was parsed from. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Of links and pictures: where their words end and the target begins. */
  readonly wordsEnd?: number;
  /** Of pictures: their title, where it is written behind the target, without its quotation marks. */
  readonly title?: Span;
}

/** markdown-it keeps places of blocks alone. These are the tokens whose places Galley asks for. */
const NOTED = {
  link: "link_open",
  image: "image",
  autolink: "link_open",
  backticks: "code_inline",
  html_inline: "html_inline",
  footnote_inline: "footnote_ref",
  footnote_ref: "footnote_ref",
};

/** Makes `token.meta.place` a `Place` for links, pictures, code, raw HTML and inline notes. */
export function notePlaces(md: MarkdownIt): void {
  for (const [rule, type] of Object.entries(NOTED)) {
    const inner = ruleOf(md.inline.ruler, rule);
    md.inline.ruler.at(rule, (state, silent) => {
      const start = state.pos;
      const first = state.tokens.length;
      if (!inner(state, silent)) return false;
      if (!silent) note(state, start, first, type);
      return true;
    });
  }
}

function note(state: StateInline, start: number, first: number, type: string): void {
  // Text that was pending is pushed before the rule's own token.
  const token = state.tokens[first]?.type === type ? state.tokens[first] : state.tokens[first + 1];
  if (token?.type !== type) return;
  const place = { start, end: state.pos, ...wordsEndOf(state, token, start) };
  token.meta = Object.assign(token.meta ?? {}, { place });
}

function wordsEndOf(state: StateInline, token: Token, start: number): Partial<Place> {
  if (token.info === "auto") return { wordsEnd: start };
  if (token.type !== "link_open" && token.type !== "image") return {};
  const bracket = token.type === "image" ? start + 1 : start;
  const wordsEnd = state.md.helpers.parseLinkLabel(state, bracket, token.type === "link_open");
  if (wordsEnd < 0) return {};
  const title = token.type === "image" ? titleOf(state, wordsEnd) : undefined;
  return { wordsEnd, ...(title && { title }) };
}

/** The title of `](target "title")`, which stands as markdown-it's rule for pictures looks for it. */
function titleOf({ src, pos, md }: StateInline, wordsEnd: number): Span | undefined {
  const { parseLinkDestination, parseLinkTitle } = md.helpers;
  if (src[wordsEnd + 1] !== "(") return undefined;
  const target = parseLinkDestination(src, pastSpace(src, wordsEnd + 2), pos);
  if (!target.ok) return undefined;
  const start = pastSpace(src, target.pos);
  const title = parseLinkTitle(src, start, pos);
  return title.ok ? { start: start + 1, end: title.pos - 1 } : undefined;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

export const placeOf = ({ meta }: Token): Place | undefined => meta?.["place"] as Place | undefined;
