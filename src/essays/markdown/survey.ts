import type { Env, Token } from "markdown-it";
import type { Span } from "../../text/span.ts";
import type { Link } from "../essay.ts";
import { isCaptioned } from "./figures.ts";
import { notesIn } from "./footnotes.ts";
import { placeOf, type Place } from "./places.ts";
import { SourceMap } from "./source-map.ts";
import { altOf } from "./text.ts";

/** What a body has beside prose, as spans of its source, in no order. */
export interface Survey {
  readonly links: Link[];
  readonly comments: Span[];
  /** Targets, labels and raw tags: written, but not shown as words. */
  readonly unseen: Span[];
  readonly quotations: Span[];
  readonly code: Span[];
}

const QUOTED = { blockquote_open: "quotations", fence: "code", code_block: "code" } as const;

export function survey(tokens: readonly Token[], env: Env, source: string): Survey {
  const found: Survey = { links: [], comments: [], unseen: [], quotations: [], code: [] };
  const map = new SourceMap(source);
  let note: string | undefined;
  for (const token of tokens) {
    const { type, children } = token;
    if (type === "footnote_reference_open") note = `[^${String(token.meta!["label"])}]:`;
    if (note !== undefined && token.map) {
      add(labelOf(note, map.block(token), source), found.unseen);
      note = undefined;
    }
    if (type in QUOTED) found[QUOTED[type as keyof typeof QUOTED]].push(map.block(token));
    if (type === "reference_definition") found.unseen.push(map.block(token));
    if (type === "html_block") add(tagsIn(map.block(token), source), found.unseen);
    if (type === "comment") add(commentsIn(map.block(token), source), found.comments);
    if (children?.length) surveyInline(children, found, scopeOf(token, map, source, env));
  }
  return found;
}

/** One by one: a call takes only so many arguments, and a block may hold 100,000 comments. */
function add(spans: readonly Span[], to: Span[]): void {
  for (const span of spans) to.push(span);
}

/** What finds places: offsets of inline content in, a span of the source out, if it can be told. */
interface Scope {
  readonly block: Span;
  readonly source: string;
  readonly env: Env;
  placed(start: number, end: number): Span | undefined;
}

function scopeOf(token: Token, map: SourceMap, source: string, env: Env): Scope {
  return {
    block: map.block(token),
    source,
    env,
    placed(from, to) {
      const [start, end] = [map.inline(token, from), map.inline(token, to)];
      return start === undefined || end === undefined || end < start ? undefined : { start, end };
    },
  };
}

/** The scope of what was parsed from the content behind an opening of two characters. */
const inside = (scope: Scope, { start }: Place): Scope => ({
  ...scope,
  placed: (from, to) => scope.placed(start + 2 + from, start + 2 + to),
});

function surveyInline(tokens: readonly Token[], found: Survey, scope: Scope): void {
  for (const token of tokens) {
    const place = placeOf(token);
    if (place === undefined) continue;
    if (token.type === "link_open" || token.type === "image") {
      found.links.push(linkOf(token, place, scope));
    }
    if (token.type === "image") surveyInline(token.children ?? [], found, inside(scope, place));
    if (token.type === "footnote_ref" && token.meta!["label"] === undefined) {
      const note = notesIn(scope.env)[Number(token.meta!["id"])];
      surveyInline(note?.tokens ?? [], found, inside(scope, place));
      continue;
    }
    for (const { start, end } of hiddenIn(token, place)) {
      const span = scope.placed(start, end);
      if (span) found[KINDS[token.type] ?? "unseen"].push(span);
    }
  }
}

/** All behind the words, but a title that is shown as a caption. */
function hiddenIn(token: Token, { start, end, wordsEnd = start, title }: Place): readonly Span[] {
  if (!title || !isCaptioned(token)) return [{ start: wordsEnd, end }];
  return [
    { start: wordsEnd, end: title.start },
    { start: title.end, end },
  ];
}

const KINDS: Readonly<Record<string, "comments" | "code">> = {
  comment: "comments",
  code_inline: "code",
};

function linkOf(token: Token, place: Place, scope: Scope): Link {
  const target = String(token.attrGet(token.type === "image" ? "src" : "href"));
  const span = targetSpan(target, place, scope);
  return token.type === "image"
    ? { kind: "image", target, span, alt: altOf(token) }
    : { kind: "link", target, span };
}

/** The target's own place; of a link whose target is defined elsewhere the link's, else the block's. */
function targetSpan(target: string, { start, end, wordsEnd = start }: Place, scope: Scope): Span {
  const behindWords = scope.placed(wordsEnd, end);
  const at = behindWords ? textAt(behindWords, scope.source).indexOf(target) : -1;
  if (behindWords && at >= 0 && target !== "") {
    return { start: behindWords.start + at, end: behindWords.start + at + target.length };
  }
  return scope.placed(start, end) ?? scope.block;
}

const textAt = ({ start, end }: Span, source: string): string => source.slice(start, end);

function labelOf(label: string, block: Span, source: string): readonly Span[] {
  const at = textAt(block, source).indexOf(label);
  return at < 0 ? [] : [{ start: block.start + at, end: block.start + at + label.length }];
}

const tagsIn = ({ start, end }: Span, source: string): readonly Span[] =>
  [...textAt({ start, end }, source).matchAll(/<[^>]*>/g)].map(({ 0: tag, index }) => ({
    start: start + index,
    end: start + index + tag.length,
  }));

function commentsIn({ start, end }: Span, source: string): readonly Span[] {
  const comments: Span[] = [];
  let at = source.indexOf("<!--", start);
  while (at >= 0 && at < end) {
    const close = source.indexOf("-->", at + 2) + 3;
    comments.push({ start: at, end: close });
    at = source.indexOf("<!--", close);
  }
  return comments;
}
