import type { Mark } from "../../src/marks/marks.ts";
import { markedPage } from "../../src/marks/marked-page.ts";
import { bodyProse, type BodyProse } from "../../src/build/prose.ts";
import type { Span } from "../../src/text/span.ts";
import { read, render, type ReadingOptions } from "../support/essays.ts";

/** A page with an essay's text in it, as the layout of essays puts it there. */
export const pageOf = (text: string, options: ReadingOptions = {}): string =>
  `<html><head></head><body><h1>A title</h1><nav>Contents: one, two</nav>
<div class="e-content text">${render(text, options)}</div>
<footer>Written by somebody</footer></body></html>`;

export const markAt = (span: Span, more: Partial<Mark> = {}): Mark => ({
  id: "said:x-1",
  role: "copy",
  span,
  changed: [],
  links: [{ words: "30 words said before", href: "/essays/other/#said:x-2" }],
  ...more,
});

/** A page without what marks put into it. */
export const unmarked = (page: string): string =>
  page.replace(LABEL, "").replace(END, "").replace(MARK, "$1").replace(STYLES, "");

const LABEL = /<span class="said-label"[^]*?<span class="said-begin">.<\/span\s*><\/span\s*>/gu;
const END = /<span class="said-end"\s*>.<span class="said-unseen"[^]*?<\/span\s*><\/span\s*>/gu;
const MARK = /<mark class="said-[^"]*">([^<]*)<\/mark>/g;
const STYLES = '<link rel="stylesheet" href="/.galley/marks.css">\n';

/** The texts that are marked, each text node by itself. */
export const marksOn = (page: string): readonly string[] =>
  Array.from(page.matchAll(MARK), ([, text]) => text!);

export const proseOf = (text: string, options: ReadingOptions = {}): BodyProse =>
  bodyProse(text, read(text, options).essay.manuscript);

/** Marks some words of a text on its page. */
export const marked = (text: string, span: Span, options: ReadingOptions = {}): string =>
  markedPage(pageOf(text, options), proseOf(text, options), [markAt(span)]);
