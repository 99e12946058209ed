import type { Token } from "markdown-it";
import type { Located, Span } from "../text/span.ts";
import { countWords, wordsOf } from "../text/words.ts";
import { merged, type ReadFacts } from "./facts.ts";
import type { MarkdownOptions, ParsedBody } from "./markdown.ts";
import { headingIds, leadingHeading, sectionsOf, withoutTitle } from "./markdown/headings.ts";
import { SourceMap } from "./markdown/source-map.ts";
import { survey } from "./markdown/survey.ts";
import { plainText } from "./markdown/text.ts";
import { openingOf, summaryOf } from "./opening.ts";
import { bareUrls } from "./plain-text.ts";

/**
 * What a `.md` body says by itself. `title` is the front matter's: where it differs from the leading
 * heading, that is a heading of the body like any other.
 */
export function factsOfMarkdown(
  { tokens, env, source, spanning }: ParsedBody,
  text: string,
  body: Span,
  { html, title }: MarkdownOptions & { readonly title: string | undefined },
): ReadFacts {
  const heading = leadingHeading(tokens);
  const shown = withoutTitle(tokens, title);

  const inText = ({ start, end }: Span): Span => ({
    start: body.start + start,
    end: body.start + end,
  });
  const anchors = [...headingIds(shown), ...(html ? rawIds(shown) : [])];
  const sections = sectionsOf(shown);
  const found = survey(tokens, env, source);
  const comments = [...found.comments, ...spanning].map(inText);
  const uncounted = merged([...comments, ...found.unseen.map(inText), ...bareUrls(text, body)]);
  const quoted = merged([...found.quotations, ...found.code].map(inText));
  const notProse = merged([...uncounted, ...quoted]);
  // Splitting into words is slow: what is not quoted is split once, for the count and for the detector.
  const prose = wordsOf(text, body, notProse);
  const facts = {
    ...(heading
      ? {
          heading: {
            value: heading.text,
            span: inText(new SourceMap(source).block(tokens[heading.open]!)),
            ...(!heading.isPlain && { isShown: true }),
          },
        }
      : {}),
    opening: openingOf(texts(shown)),
    summary: summaryOf(texts(shown)),
    words: quoted.reduce((sum, span) => sum + countWords(text, span, uncounted), prose.count),
    links: found.links.map((link) => ({ ...link, span: inText(link.span) })),
    anchors,
    ...(sections.length > 0 && { sections }),
    allowances: comments.flatMap((span) => allowanceAt(text, span)).toSorted(byStart),
    ...(notProse.length === 0 ? {} : { notProse }),
  };
  return { facts, prose };
}

/** The words of each paragraph, without those of headings, tables and footnotes. */
function* texts(tokens: readonly Token[]): Generator<string> {
  let notes = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.type === "footnote_reference_open") notes++;
    if (token.type === "footnote_reference_close") notes--;
    if (token.type !== "inline" || notes > 0) continue;
    if (tokens[i - 1]!.type !== "paragraph_open") continue;
    yield plainText(token.children!);
  }
}

const ID = /\sid\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'=<>`]+))/gi;

/** The ids that trusted raw HTML gives. */
const rawIds = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === "html_block" || type === "html_inline")
    .flatMap(({ content }) => [...content.matchAll(ID)])
    .map(([, double, single, bare]) => double ?? single ?? bare ?? "");

const ALLOWANCE = /^<!--\s*duplicate:\s*([^]*?)\s*-->$/i;

function allowanceAt(text: string, span: Span): readonly Located<string>[] {
  const reason = ALLOWANCE.exec(text.slice(span.start, span.end))?.[1];
  return reason === undefined ? [] : [{ value: reason, span }];
}

const byStart = (a: Located<string>, b: Located<string>): number => a.span.start - b.span.start;
