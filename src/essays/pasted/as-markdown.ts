import type { Span } from "../../text/span.ts";
import { bareUrls, paragraphs } from "../plain-text.ts";

/**
 * Makes Markdown of a pasted body: every line that is not blank is a paragraph, as it is in a `.txt`, and shows the same
 * words. What Markdown would take for markup is escaped, bare URLs stay links.
 */
export function asMarkdown(text: string, body: Span): string {
  const urls = bareUrls(text, body);
  let next = 0;
  const blocks = paragraphs(text, body).map((paragraph) => {
    const first = next;
    while (next < urls.length && urls[next]!.end <= paragraph.end) next++;
    return lineOf(text, paragraph, urls.slice(first, next));
  });
  const head = text.slice(0, body.start).trimEnd();
  return `${[...(head === "" ? [] : [head]), ...blocks].join("\n\n")}\n`;
}

function lineOf(text: string, { start, end }: Span, urls: readonly Span[]): string {
  let line = "";
  let at = start;
  for (const url of urls) {
    line += inline(text, { start: at, end: url.start }) + link(text.slice(url.start, url.end));
    at = url.end;
  }
  return opened(line + inline(text, { start: at, end }));
}

/** Shown as they are between angle brackets; of others parts would be decoded, or end the link. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=-]+$/i;
const PUNYCODE = /\bxn--/i;

function link(url: string): string {
  if (PLAIN_URL.test(url) && !PUNYCODE.test(url)) return `<${url}>`;
  const target = url.replace(/[<>\\&]/g, "\\$&");
  return `[${url.replace(/[!-/:-@[-`{-~]/g, "\\$&")}](<${target}>)`;
}

/** Marks that may mean something wherever they stand in a line. */
const MARKS = /[*_`[<~&\\]/g;

function inline(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(MARKS, (mark, at: number) => {
    const [before = "", behind = ""] = [text[start + at - 1], text[start + at + 1]];
    return isMarkup(mark, before, behind) ? `\\${mark}` : mark;
  });
}

/** Whether a mark could be read as markup. Where that is hard to tell it is taken for it: a backslash too many is not seen. */
function isMarkup(mark: string, before: string, behind: string): boolean {
  switch (mark) {
    case "_":
      return !(isLetter(before) && isLetter(behind));
    case "~":
      return before === "~" || behind === "~";
    case "&":
      return /[#a-z\d]/i.test(behind);
    case "<":
      return /[a-z/!?]/i.test(behind);
    case "\\":
      return behind === "" || /[!-/:-@[-`{-~\r\n]/.test(behind);
    default:
      return true;
  }
}

const isLetter = (character: string): boolean => /^[a-z\d]$/i.test(character);

/** A rule that someone drew is shown as it was drawn. */
const RULE = /^-[-\s]*$/;
/** A heading, a quotation, a list item: what makes a block of a line at its very beginning. */
const OPENING = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$))/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

function opened(line: string): string {
  if (RULE.test(line)) return line.replaceAll("-", "\\-");
  return line.replace(OPENING, "\\$&").replace(NUMBERED, "$1\\$2");
}
