import type { Format } from "../essays/essay.ts";
import { parseBody } from "../essays/markdown.ts";
import { paragraphs } from "../essays/plain-text.ts";
import { edge, sentencesOf, type Item } from "./items.ts";
import { itemsOfMarkdown } from "./markdown-items.ts";
import { marked, PLAIN } from "./marked.ts";

/** How a body is read. */
export interface Circumstances {
  readonly format: Format;
  /** Whether raw HTML is trusted. */
  readonly html: boolean;
  readonly language: string;
}

/** What a reader gets of a body, in the order in which it is written. */
export function readingOf(
  body: string,
  { format, html, language }: Circumstances,
): readonly Item[] {
  if (format === "txt") return itemsOfPlainText(body);
  let items: readonly Item[] = [];
  parseBody(body, { html, language }, (halfway) => {
    items = itemsOfMarkdown(halfway);
  });
  return items;
}

const itemsOfPlainText = (body: string): readonly Item[] =>
  paragraphs(body, { start: 0, end: body.length }).flatMap(({ start, end }) => [
    edge("paragraph", 1),
    ...sentencesOf(marked(body.slice(start, end), PLAIN)),
    edge("paragraph", -1),
  ]);
