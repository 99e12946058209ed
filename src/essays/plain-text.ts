import { wordsOf } from "../text/words.ts";
import { lineStarts } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { ReadFacts } from "./facts.ts";
import { openingOf, summaryOf } from "./opening.ts";

/** Only with its scheme: `is.I'm` and `notes.txt` are words. */
const URL_START = /\bhttps?:\/\/[^\s<>"“”«»。，、！？（）「」『』【】]+/gi;
/** Punctuation that ends the sentence around a URL, not the URL. */
const TRAILING = new Set(".,:;!?'’…*_~");
const OPENINGS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** The bare URLs of a text, within a span of it. */
export function bareUrls(text: string, { start, end }: Span): readonly Span[] {
  const part = text.slice(start, end);
  if (!part.includes("://")) return [];
  return [...part.matchAll(URL_START)].flatMap(({ 0: found, index }) => {
    const url = trimmed(found);
    const at = start + index;
    return /^https?:\/\/[\p{L}\p{Nd}[]/iu.test(url) && URL.canParse(url)
      ? [{ start: at, end: at + url.length }]
      : [];
  });
}

/** Without what belongs to the sentence: its full stop, and a bracket that the URL does not open. */
function trimmed(url: string): string {
  const surplus = new Map(
    Object.entries(OPENINGS).map(([close, open]) => [close, count(url, close) - count(url, open)]),
  );
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1]!;
    const closings = surplus.get(last) ?? 0;
    if (closings <= 0 && !TRAILING.has(last)) break;
    surplus.set(last, closings - 1);
  }
  return url.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

/** The paragraphs of pasted text: every line that is not blank. */
export function paragraphs(text: string, { start, end }: Span): readonly Span[] {
  const part = text.slice(start, end);
  const starts = lineStarts(part);
  return starts.flatMap((from, i) => {
    const line = part.slice(from, starts[i + 1]);
    const content = line.trim();
    if (content === "") return [];
    const at = start + from + line.indexOf(content);
    return [{ start: at, end: at + content.length }];
  });
}

/** What a `.txt` body says by itself. Nothing in it is markup but its bare URLs. */
export function factsOfPlainText(text: string, body: Span): ReadFacts {
  const urls = bareUrls(text, body);
  const lines = paragraphs(text, body).map(({ start, end }) => text.slice(start, end));
  const prose = wordsOf(text, body, urls);
  const facts = {
    opening: openingOf(lines),
    summary: summaryOf(lines),
    words: prose.count,
    links: urls.map((span) => ({
      kind: "link" as const,
      target: text.slice(span.start, span.end),
      span,
    })),
    anchors: [],
    allowances: [],
    ...(urls.length === 0 ? {} : { notProse: urls }),
  };
  return { facts, prose };
}
