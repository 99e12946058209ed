import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { ruleOf } from "./rules.ts";

/** Where a token's source stands, in the inline content that it was parsed from. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Of links and pictures: where their words end and the target begins. */
  readonly wordsEnd?: number;
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
  return wordsEnd < 0 ? {} : { wordsEnd };
}

export const placeOf = ({ meta }: Token): Place | undefined => meta?.["place"] as Place | undefined;
