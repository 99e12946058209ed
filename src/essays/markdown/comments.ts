import type { Env, MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";

export const OPENING = "<!--";
const LESS_THAN = 0x3c;
/** Stands for a character of a comment that was taken out; no accepted text holds it. */
export const MASK = "\u0003";
// oxlint-disable-next-line no-control-regex
const MASKS = /\u0003/g;
/** An opening in inline content that is not closed there. */
interface Unclosed {
  readonly content: string;
  readonly at: number;
}

/** What the rules note while they parse. */
export interface CommentEnv extends Env {
  unclosed?: Unclosed[];
  /** The last search for `-->`, so that many openings in one text do not each search all of it. */
  search?: { readonly text: string; readonly from: number; readonly found: number };
}

/** Where a comment that opens at `at` ends; undefined where it never does (CommonMark 0.31, section 6.6). */
export function commentEnd(text: string, at: number, env: CommentEnv): number | undefined {
  if (text.startsWith("<!-->", at)) return at + 5;
  if (text.startsWith("<!--->", at)) return at + 6;
  const from = at + OPENING.length;
  const { search } = env;
  const isKnown =
    search?.text === text && search.from <= from && (search.found < 0 || from <= search.found);
  const found = isKnown ? search.found : text.indexOf("-->", from);
  env.search = { text, from: isKnown ? search.from : from, found };
  return found < 0 ? undefined : found + 3;
}

/** Closed comments are not shown, whether raw HTML is or not; those that are never closed are text. */
export function hideComments(md: MarkdownIt): void {
  md.block.ruler.before("table", "comment", commentBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("autolink", "comment", inlineComment);
  md.renderer.rules["comment"] = () => "";
  md.core.ruler.after("inline", "empty_paragraphs", ({ tokens }) => hideEmptyParagraphs(tokens));
}

/** Comments and white space alone on their lines. */
function commentBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const { src } = state;
  const from = state.bMarks[start]! + state.tShift[start]!;
  if (src.charCodeAt(from) !== LESS_THAN) return false;
  if (state.sCount[start]! - state.blkIndent >= 4) return false;
  let at = from;
  while (src.startsWith(OPENING, at)) {
    const close = commentEnd(src, at, state.env);
    if (close === undefined || close > state.eMarks[end - 1]!) return false;
    at = state.skipSpaces(close);
  }
  if (at === from || (at < src.length && src[at] !== "\n")) return false;
  if (silent) return true;

  let line = start;
  while (state.eMarks[line]! < at) line++;
  state.line = line + 1;
  const token = state.push("comment", "", 0);
  token.map = [start, line + 1];
  token.content = src.slice(from, at);
  return true;
}

function inlineComment(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== LESS_THAN) return false;
  if (!state.src.startsWith(OPENING, state.pos)) return false;
  const end = commentEnd(state.src, state.pos, state.env);
  if (end === undefined || end > state.posMax) {
    if (!silent) note(state.env, { content: state.src, at: state.pos });
    return false;
  }
  if (!silent) {
    const token = state.push("comment", "", 0);
    token.content = state.src.slice(state.pos, end);
    token.meta = { place: { start: state.pos, end } };
  }
  state.pos = end;
  return true;
}

function note(env: CommentEnv, unclosed: Unclosed): void {
  (env.unclosed ??= []).push(unclosed);
}

/** A paragraph of comments alone would be an empty box. */
function hideEmptyParagraphs(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    if (token.type !== "inline" || tokens[i - 1]?.type !== "paragraph_open") return;
    if (token.content === "" || !token.children!.length || !token.children!.every(isEmpty)) return;
    tokens[i - 1]!.hidden = true;
    tokens[i + 1]!.hidden = true;
    token.children = [];
  });
}

/** Whether an inline token shows nothing. */
export const isEmpty = ({ type, content }: Token): boolean =>
  type === "comment" ||
  type === "softbreak" ||
  (type === "text" && content.replace(MASKS, "").trim() === "");

export const unmasked = (text: string): string =>
  text.includes(MASK) ? text.replace(MASKS, "") : text;
