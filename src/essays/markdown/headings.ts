import type { Token } from "markdown-it";
import { slugify } from "../../text/slug.ts";
import type { Section } from "../essay.ts";
import { altOf } from "./text.ts";

const LOWEST = 6;
/** What a heading without a word is called. */
const NAMELESS = "section";

/** A heading's place among the tokens. */
export interface Heading {
  readonly open: number;
  readonly text: string;
  /** Whether it is words alone: a title is, and a link, a picture or a note would be lost with it. */
  readonly isPlain: boolean;
}

/** Keeps what headings say before typography changes it: titles and ids are made of it. */
export function noteHeadings(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const inline = tokens[i + 1]!;
    token.meta = { text: altOf(inline), isPlain: !inline.children?.some(isMore) };
  });
}

const isMore = ({ type }: Token): boolean =>
  ["link_open", "image", "footnote_ref", "html_inline"].includes(type);

const textOf = ({ meta }: Token): string => String(meta?.["text"]);

/** The `#` heading, of whatever spelling, that a text opens with; comments aside. */
export function leadingHeading(tokens: readonly Token[]): Heading | undefined {
  const open = tokens.findIndex(({ type }) => type !== "comment");
  if (tokens[open]?.type !== "heading_open" || tokens[open].tag !== "h1") return undefined;
  const text = textOf(tokens[open]);
  const isPlain = tokens[open].meta?.["isPlain"] === true;
  return text === "" ? undefined : { open, text, isPlain };
}

/** Without the leading heading where the title says all of it: `title` is the front matter's, if it has one. */
export function withoutTitle(
  tokens: readonly Token[],
  title: string | undefined,
): readonly Token[] {
  const heading = leadingHeading(tokens);
  if (!heading?.isPlain || (title !== undefined && title !== heading.text)) return tokens;
  // Its opening, its content and its end.
  return [...tokens.slice(0, heading.open), ...tokens.slice(heading.open + 3)];
}

/** Gives every heading the id that links to it use: its words, and a number where they come again. */
export function headingIds(tokens: readonly Token[]): readonly string[] {
  const used = new Map<string, number>();
  return tokens.flatMap((token) => {
    if (token.type !== "heading_open") return [];
    const id = unused(slugify(textOf(token)), used);
    token.attrSet("id", id);
    return [id];
  });
}

function unused(slug: string, used: Map<string, number>): string {
  const base = slug === "" ? NAMELESS : slug;
  let times = (used.get(base) ?? 0) + 1;
  let id = times === 1 ? base : `${base}-${times}`;
  while (times > 1 && used.has(id)) id = `${base}-${++times}`;
  used.set(base, times);
  if (id !== base) used.set(id, 1);
  return id;
}

/** The highest headings, as `outline` sees them, once they have ids. Those without a word lead nowhere. */
export function sectionsOf(tokens: readonly Token[]): readonly Section[] {
  let highest = LOWEST;
  return tokens.flatMap((token) => {
    if (token.type !== "heading_open") return [];
    const level = Number(token.tag.slice(1));
    if (level > highest) return [];
    highest = level;
    const title = textOf(token);
    return title === "" ? [] : [{ id: String(token.attrGet("id")), title }];
  });
}

/**
 * Gives headings the levels of an outline below the page's title, its only `h1`: a part of a part is one level down,
 * whatever was skipped, so that readers who go by headings miss none.
 */
export function outline(tokens: readonly Token[]): void {
  const above: number[] = [];
  for (const token of tokens) {
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      while (above.length > 0 && above.at(-1)! >= level) above.pop();
      above.push(level);
    }
    if (token.type === "heading_open" || token.type === "heading_close") {
      token.tag = `h${Math.min(LOWEST, above.length + 1)}`;
    }
  }
}
