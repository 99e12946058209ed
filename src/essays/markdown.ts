import MarkdownIt from "markdown-it";
import type { Env, MarkdownIt as Markdown, StateCore, Token } from "markdown-it";
import type { Span } from "../text/span.ts";
import { SLUG } from "./markers.ts";
import { captionCode } from "./markdown/code.ts";
import { hideComments } from "./markdown/comments.ts";
import { captionPictures } from "./markdown/figures.ts";
import { renderFootnotes } from "./markdown/footnote-html.ts";
import { keepFootnotes } from "./markdown/footnotes.ts";
import { noteHeadings } from "./markdown/headings.ts";
import { limitNesting } from "./markdown/nesting.ts";
import { linkHeadings } from "./markdown/permalinks.ts";
import { notePlaces } from "./markdown/places.ts";
import { keepUnusedReferences } from "./markdown/references.ts";
import { parseWithComments, type Parsed } from "./markdown/spanning-comments.ts";
import { keepTables } from "./markdown/tables.ts";
import { renderPictures } from "./markdown/targets.ts";
import { quotesOf, setType } from "./markdown/typography.ts";

/** How a text's raw HTML is taken: shown as text, or trusted. */
export interface MarkdownOptions {
  readonly html: boolean;
}

/** Schemes that run code, or open what only the writer's machine has, alone or wrapped up in another (`feed:javascript:`). */
const REFUSED_SCHEME = /^(?:[a-z][a-z\d+.-]*:)*?(?:javascript|vbscript|data|file|blob):/i;
// oxlint-disable-next-line no-control-regex
const IGNORED_BY_BROWSERS = /[\0-\x20\x7f-\xa0\ufeff]+/g;

const isAllowedTarget = (target: string): boolean =>
  !REFUSED_SCHEME.test(target.replace(IGNORED_BY_BROWSERS, ""));

/** CommonMark with tables, strikethrough and footnotes, changed where it would lose text or run code. */
function markdownIt({ html }: MarkdownOptions): Markdown {
  const md = new MarkdownIt({ html });
  md.validateLink = isAllowedTarget;
  // Targets stay as written until they are resolved; `render.ts` encodes them.
  md.normalizeLink = (target) => target;
  md.core.ruler.at("normalize", normalizeLineEnds);
  keepFootnotes(md);
  renderFootnotes(md);
  md.core.ruler.after("inline", "heading_texts", ({ tokens }) => noteHeadings(tokens));
  hideComments(md);
  keepTables(md);
  limitNesting(md);
  return md;
}

/** markdown-it looks for NUL too, which no accepted text holds, and most texts have no CR. */
function normalizeLineEnds(state: StateCore): void {
  if (state.src.includes("\r")) state.src = state.src.replace(/\r\n?/g, "\n");
}

export interface ParsedBody extends Parsed {
  readonly md: Markdown;
}

/** What reads a text in the middle of its parse: as it is written, with places, before typography and notes move it. */
export type Reader = (parsed: ParsedBody) => void;

interface ReadEnv extends Env {
  /** Called with what is parsed so far. */
  read?: (tokens: Token[], env: Env) => void;
}

const parsers = new Map<string, Markdown>();

/**
 * Parses a body to be shown: with the typography of its language, and footnotes at its end. Parsing is most of what a
 * first build takes, so what a text says is read in the same go.
 */
export function parseBody(
  body: string,
  options: MarkdownOptions & { readonly language: string },
  read?: Reader,
): ParsedBody {
  const md = parserFor(options);
  const newEnv = (source: string, spanning: readonly Span[]): ReadEnv => ({
    docId: SLUG,
    ...(read && { read: (tokens, env) => read({ tokens, env, source, spanning, md }) }),
  });
  return { ...parseWithComments(md, body, newEnv), md };
}

function parserFor({ html, language }: MarkdownOptions & { readonly language: string }): Markdown {
  const key = JSON.stringify([html, quotesOf(language)]);
  const known = parsers.get(key);
  if (known) return known;
  const md = markdownIt({ html });
  notePlaces(md);
  captionCode(md);
  linkHeadings(md);
  captionPictures(md);
  keepUnusedReferences(md);
  md.core.ruler.after("heading_texts", "read", ({ tokens, env }) =>
    (env as ReadEnv).read?.(tokens, env),
  );
  renderPictures(md);
  setType(md, language);
  parsers.set(key, md);
  return md;
}
