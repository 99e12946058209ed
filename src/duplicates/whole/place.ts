import { hash } from "node:crypto";
import { partitionPoint } from "../../text/sorted.ts";
import type { Span } from "../../text/span.ts";
import { foldedWord, textOf, type Run } from "../texts.ts";
import type { Prose } from "../passage.ts";

/** From the first word to the last, with the punctuation directly after it on the same line. */
export function spanOf({ text, start, length }: Run): Span {
  const end = text.words.ends[start + length - 1]!;
  closing.lastIndex = end;
  const punctuation = closing.exec(text.text)![0].length;
  return {
    start: text.words.starts[start]!,
    end: Math.min(end + punctuation, firstSkipAfter(text.skip, end)),
  };
}

/** Punctuation that ends something; an opening bracket belongs to what follows. */
const closing = /(?:(?!\p{Ps})\p{P})*/uy;

/** Where the first skipped span begins that isn't before `offset`. */
function firstSkipAfter(skip: readonly Span[], offset: number): number {
  const first = partitionPoint(skip.length, (i) => skip[i]!.start < offset);
  return skip[first]?.start ?? Infinity;
}

/**
 * What a passage is known by wherever it stands. Sixteen hex digits; the first is a letter, so that no YAML reader takes them for a number.
 *
 * @param kind nothing for an exact passage
 */
export function fingerprintOf(kind: string, { text, start, length }: Run): string {
  const words = Array.from({ length }, (_, i) => `${foldedWord(text, start + i)} `);
  const hex = hash("sha256", kind + words.join("")).slice(0, 16);
  return (10 + (parseInt(hex[0]!, 16) % 6)).toString(16) + hex.slice(1);
}

/** Where a text says the words of an exact passage that is known by its fingerprint and how many words it has. */
export function spansOf(
  prose: Prose,
  passage: { readonly words: number; readonly fingerprint: string },
): readonly Span[] {
  const text = textOf(prose);
  const length = passage.words;
  return Array.from({ length: Math.max(0, text.words.count - length + 1) }, (_, start) => ({
    text,
    start,
    length,
  }))
    .filter((run) => fingerprintOf("", run) === passage.fingerprint)
    .map(spanOf);
}
