import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";
import { aligned, inverse } from "./pair/alignment.ts";
import type { Prose } from "./passage.ts";
import { textOf, type Run } from "./texts.ts";

/** A place of a text. */
export interface Excerpt {
  readonly prose: Pick<Prose, "text" | "skip">;
  readonly span: Span;
}

/** What one place says and the other does not: spans of the texts, sorted, from first word to last. */
export interface Differences {
  readonly a: readonly Span[];
  readonly b: readonly Span[];
}

/**
 * The words in which two places of a passage differ. Both lists are empty where the places say the same; words
 * that moved with their neighbours are no difference.
 */
export function differencesBetween(a: Excerpt, b: Excerpt): Differences {
  const runs = { a: runOf(a), b: runOf(b) };
  const inA = aligned(runs.a, runs.b);
  const inB = inverse(inA, runs.b.length);
  return { a: alone(runs.a, inA), b: alone(runs.b, inB) };
}

function runOf({ prose, span }: Excerpt): Run {
  const words = wordsOf(prose.text, span, prose.skip);
  const text = textOf({ ...prose, id: "", order: 0 }, words);
  return { text, start: 0, length: text.words.count };
}

/** The words without a partner; those that stand in a row as one span. */
function alone({ text: { words } }: Run, partners: Int32Array): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let last = -Infinity;
  partners.forEach((partner, i) => {
    if (partner >= 0) return;
    if (i - last === 1) spans.at(-1)!.end = words.ends[i]!;
    else spans.push({ start: words.starts[i]!, end: words.ends[i]! });
    last = i;
  });
  return spans;
}
