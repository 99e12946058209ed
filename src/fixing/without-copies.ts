import { merged } from "../essays/facts.ts";
import type { Span } from "../text/span.ts";
import { lastOf, objectionTo, REASONS, type Reason } from "./comparison.ts";
import { inOriginal, skipsWithout, without } from "./cut-out.ts";
import { cutsFor } from "./cuts.ts";
import type { Item } from "./items.ts";
import type { Original, Pair } from "./original.ts";
import { readingOf, type Circumstances } from "./reading.ts";
import { rowsOf, singly, type Row } from "./rows.ts";

/** What becomes of a text that says things twice. */
export interface Fixed {
  /** What is cut out of the text: sorted, apart. */
  readonly cuts: readonly Span[];
  /** Copies that are gone with it. */
  readonly removed: readonly Span[];
  /** Copies that stay, because it is not sure that nothing is lost. */
  readonly left: readonly { readonly copy: Span; readonly why: string }[];
}

/** Characters that are read anew for one text, at most: some seconds. */
const MOST_READ = 2 ** 27;
const TOO_MANY = "is one of very many in a long essay; try --fix once more";

/**
 * Finds what can be cut out of a text, so that copies are gone and nothing else is. After each cut the text is read anew:
 * what is left has to read as it did before, and to say every sentence that was cut out.
 */
export function withoutCopies(
  original: Original,
  pairs: readonly Pair[],
  circumstances: Circumstances,
): Fixed {
  const { text, body } = original;
  let read = 0;
  const reading = (of: string): readonly Item[] => {
    read += of.length;
    return readingOf(of.slice(body.start), circumstances);
  };
  const result = { cuts: [] as readonly Span[], removed: [] as Span[], left: [] as Left[] };
  let current = { original, items: reading(text) };
  // From the last on: what is cut out moves nothing that is still to be looked at.
  const todo = [...rowsOf(original, pairs)];
  for (let row = todo.pop(); row; row = todo.pop()) {
    const { kept, copy, copies } = row;
    // It stands in what is gone already, or says what only that said: another run tells.
    const free = result.cuts[0]?.start ?? text.length;
    if (copy.end > free || kept.end > copy.start) continue;
    const tried = read < MOST_READ ? tryCuts(current, row, reading) : { why: TOO_MANY };
    if ("why" in tried) {
      if (copies.length > 1) todo.push(...singly(row));
      else result.left.unshift({ copy, why: tried.why });
      continue;
    }
    result.cuts = merged([...result.cuts, inOriginal(tried.cut, result.cuts)]);
    result.removed.unshift(...copies);
    current = tried;
  }
  return result;
}

type Left = Fixed["left"][number];

interface Current {
  readonly original: Original;
  readonly items: readonly Item[];
}

interface Tried extends Current {
  readonly cut: Span;
}

function tryCuts(
  { original, items: before }: Current,
  row: Row,
  reading: (text: string) => readonly Item[],
): Tried | { readonly why: string } {
  const objections = new Set<Reason>();
  for (const cut of cutsFor(original, row)) {
    const text = without(original.text, [cut]);
    const items = reading(text);
    const objection = objectionTo(before, items, row.copies.length);
    if (objection === undefined) {
      const skips = skipsWithout(original.skips, cut);
      return { cut, items, original: { text, body: original.body, skips } };
    }
    objections.add(objection);
  }
  return { why: REASONS[lastOf(objections)] };
}
