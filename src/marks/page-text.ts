import type { Span } from "../text/span.ts";

/** A run of a page's text without a tag in it, where a passage may be marked. */
export interface TextNode extends Span {
  /** The link that it is in: what leads elsewhere stands before that, as links hold no links. */
  readonly link?: Span;
  /** Whether words of its line stand before and behind it: white space there is part of a passage. */
  readonly isInline: boolean;
}

/** What a page shows of an essay's text. */
export interface PageText {
  /** The page with all but the essay's prose blanked, so that an offset in it is one in the page. */
  readonly text: string;
  /** In the page's order: quotations and code are no prose. */
  readonly nodes: readonly TextNode[];
  /** Where the footnotes begin, which stand elsewhere in the source. */
  readonly notes: number;
}

const TAG = /<!--[^]*?-->|<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
/** As a layout should say where an essay's text stands: https://microformats.org/wiki/h-entry */
const BODY = /\sclass="(?:[^"]*\s)?e-content[\s"]/;
const NOTES = /\sclass="footnotes"/;
const NOTE_LINK = /\sclass="footnote-(?:ref|backref)"/;
const ALT = /\salt="([^"]*)"/;
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi;
const VOID = new Set([
  "area",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "source",
  "track",
  "wbr",
]);
/** Nothing in them is a tag. */
const RAW = new Set(["script", "style", "textarea", "title"]);
const NO_PROSE = new Set([
  ...[...RAW, "blockquote", "pre", "code", "svg", "math", "select", "button", "iframe", "noscript"],
  ...["template", "object", "audio", "video"],
]);
const INLINE = new Set([
  ...["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "q"],
  ...["s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"],
]);

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "open" | "close" | "none";
  readonly attributes: string;
}

/** Reads an essay's text off its page. Where the layout does not say which it is, there is none. */
export function pageText(page: string): PageText {
  const tags = [...tagsIn(page)];
  const first = tags.findIndex(({ attributes }) => BODY.test(attributes));
  if (first < 0) return { text: "", nodes: [], notes: 0 };
  const last = endOf(tags, first);
  const nodes: TextNode[] = [];
  let text = " ".repeat(tags[first]!.end);
  let notes: number | undefined;
  let noProseUntil = -1;
  let link: Span | undefined;

  for (let i = first; i < last; i++) {
    const tag = tags[i]!;
    const { start } = tag;
    const end = tags[i + 1]!.start;
    if (tag.kind === "open" && i > noProseUntil) {
      if (NO_PROSE.has(tag.name) || NOTE_LINK.test(tag.attributes)) noProseUntil = endOf(tags, i);
      if (tag.name === "a" && !isIn(link, start)) link = { start, end: tags[endOf(tags, i)]!.end };
      if (NOTES.test(tag.attributes)) notes ??= start;
    }
    const from = tag.end;
    const isProse = i >= noProseUntil;
    const content = page.slice(from, end);
    text += isProse ? withoutReferences(content) : blank(content);
    text += shownBy(tags[i + 1]!);
    if (!isProse || end === from) continue;
    const around = isIn(link, from) ? { link: link! } : {};
    nodes.push({ start: from, end, isInline: isInline(tag) && isInline(tags[i + 1]!), ...around });
  }
  return { text, nodes, notes: notes ?? text.length };
}

function* tagsIn(page: string): Generator<Tag> {
  TAG.lastIndex = 0;
  let raw: string | undefined;
  for (const { 0: whole, 1: slash, 2: found = "", 3: attributes = "", index } of page.matchAll(
    TAG,
  )) {
    const name = found.toLowerCase();
    const isClosing = slash === "/";
    if (raw !== undefined && !(isClosing && name === raw)) continue;
    const isOpening = name !== "" && !isClosing && !VOID.has(name);
    raw = isOpening && RAW.has(name) ? name : undefined;
    const kind = isOpening ? "open" : isClosing ? "close" : "none";
    yield { start: index, end: index + whole.length, name, kind, attributes };
  }
}

/** The words that stand for a picture, where they stand in its tag. */
function shownBy({ start, end, name, attributes }: Tag): string {
  const alt = name === "img" ? ALT.exec(attributes) : null;
  if (!alt) return " ".repeat(end - start);
  const at = "<img".length + alt.index + alt[0].length - alt[1]!.length - 1;
  return (" ".repeat(at) + withoutReferences(alt[1]!)).padEnd(end - start);
}

/** The index of the tag that closes another one, else of the last one. */
function endOf(tags: readonly Tag[], opening: number): number {
  const { name } = tags[opening]!;
  let depth = 0;
  for (let i = opening; i < tags.length; i++) {
    const tag = tags[i]!;
    if (tag.name !== name || tag.kind === "none") continue;
    depth += tag.kind === "open" ? 1 : -1;
    if (depth === 0) return i;
  }
  return tags.length - 1;
}

const isIn = (span: Span | undefined, at: number): boolean => span !== undefined && at < span.end;

const isInline = ({ name }: Tag): boolean => INLINE.has(name);

const blank = (text: string): string => " ".repeat(text.length);

/** `&quot;` is no word. */
const withoutReferences = (text: string): string =>
  text.includes("&") ? text.replace(REFERENCE, blank) : text;
