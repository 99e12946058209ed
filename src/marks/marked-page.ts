import { firstFrom } from "../text/sorted.ts";
import type { Span } from "../text/span.ts";
import { wordsOf, type Words } from "../text/words.ts";
import { laidOn, type LaidMark } from "./laying.ts";
import type { Mark } from "./marks.ts";
import { pageText } from "./page-text.ts";
import { paired } from "./pairing.ts";

/** A text, and what of it is no prose or is not shown among it. */
export interface BodyProse {
  readonly text: string;
  /** Sorted, and apart. */
  readonly skip: readonly Span[];
}

/** Where a preview serves the marks' styles (`style.ts`). */
export const STYLESHEET = "/.galley/marks.css";

/**
 * An essay's page as a preview shows it: with the passages marked that are said twice. What the page does not show
 * among an essay's text, as its title, is not marked.
 *
 * @param prose what the page was made from
 */
export function markedPage(page: string, prose: BodyProse, marks: readonly Mark[]): string {
  const shown = pageText(page);
  const words = wordsOf(shown.text);
  const written = wordsOf(prose.text, undefined, prose.skip);
  const notes = firstFrom(words.starts, shown.notes, words.count);
  const partners = paired(written, words, notes);
  const onPage = (span: Span): readonly Span[] =>
    runs(partnersIn(span, written, partners), notes).map(({ start, end }) => ({
      start: words.starts[start]!,
      end: words.ends[end - 1]!,
    }));
  const laid = marks.map((mark): LaidMark => ({
    mark,
    runs: onPage(mark.span).map((run) => withPunctuation(run, page)),
    changed: mark.changed.flatMap(onPage),
  }));
  const marked = laidOn(page, shown.nodes, laid);
  if (marked === page) return page;
  return marked.replace("</head>", () => `<link rel="stylesheet" href="${STYLESHEET}">\n</head>`);
}

/** The indexes of the words on the page that the words of a span are, in order. */
function partnersIn({ start, end }: Span, written: Words, partners: Int32Array): readonly number[] {
  const found: number[] = [];
  const first = firstFrom(written.starts, start, written.count);
  for (let i = first; i < written.count && written.ends[i]! <= end; i++) {
    if (partners[i]! >= 0) found.push(partners[i]!);
  }
  return found.toSorted((a, b) => a - b);
}

/** In the text a passage has no gap between its first and last word; in the notes it may have words of several. */
function runs(words: readonly number[], notes: number): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last && (word < notes || last.end === word)) last.end = word + 1;
    else found.push({ start: word, end: word + 1 });
  }
  return found;
}

const PUNCTUATION = /(?:&(?:quot|amp|lt|gt|#39);|[^\s\p{L}\p{N}<>&])*/uy;

/** A passage runs to the punctuation directly after its last word. */
function withPunctuation({ start, end }: Span, page: string): Span {
  PUNCTUATION.lastIndex = end;
  PUNCTUATION.test(page);
  return { start, end: Math.max(end, PUNCTUATION.lastIndex) };
}
