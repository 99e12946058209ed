import type { Env, MarkdownIt, Token } from "markdown-it";
import { lineStarts } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { commentEnd, MASK, OPENING, type CommentEnv } from "./comments.ts";

/** Comments that span blocks are looked for one by one, and each costs a parse of the text. */
const MAX_SPANNING = 20;
/** Of a long text fewer are found: this many characters are parsed at most. */
const MAX_PARSED = 2 ** 21;

export interface Parsed {
  readonly tokens: Token[];
  readonly env: Env;
  /** The text that was parsed: as long as the one given, with such comments masked. */
  readonly source: string;
  /** Comments that begin in one block and end in another, as spans of the text. */
  readonly spanning: readonly Span[];
}

/**
 * Parses a text of which comments may begin in one block and end in another, which Markdown knows
 * nothing of: the first of them is masked in place, so that offsets hold, and the text parsed anew.
 */
export function parseWithComments(
  md: MarkdownIt,
  text: string,
  newEnv: (source: string, spanning: readonly Span[]) => Env,
): Parsed {
  const spanning: Span[] = [];
  const most = Math.min(MAX_SPANNING, Math.ceil(MAX_PARSED / (text.length + 1)));
  let source = text;
  for (;;) {
    const env: CommentEnv = newEnv(source, spanning);
    const tokens = md.parse(source, env);
    const found = spanning.length < most ? firstSpanning(tokens, env, source) : undefined;
    if (found === undefined) return { tokens, env, source, spanning };
    spanning.push(found);
    source = masked(source, found);
  }
}

const masked = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, MASK) + text.slice(end);

/** The first comment that is closed only behind its block. */
function firstSpanning(
  tokens: readonly Token[],
  env: CommentEnv,
  source: string,
): Span | undefined {
  const places = new Map(env.unclosed?.toReversed().map(({ content, at }) => [content, at]));
  const token = tokens.find(({ type, content }) => type === "inline" && places.has(content));
  const line = token?.map?.[0] ?? (token?.meta?.["row"] as number | undefined);
  if (token === undefined || line === undefined) return undefined;
  const before = count(token.content.slice(0, places.get(token.content)));
  const start = nthOpening(source, lineStarts(source)[line]!, before);
  const end = start < 0 ? undefined : commentEnd(source, start, {});
  return end === undefined ? undefined : { start, end };
}

const count = (text: string): number => text.split(OPENING).length - 1;

function nthOpening(source: string, from: number, before: number): number {
  let at = source.indexOf(OPENING, from);
  for (let i = 0; i < before && at >= 0; i++) at = source.indexOf(OPENING, at + 1);
  return at;
}
