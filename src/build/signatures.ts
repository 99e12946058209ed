import { inOrder, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { spansOf } from "../duplicates/index.ts";
import type { Essay, Source } from "../essays/essay.ts";
import type { Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import { proseOf } from "./passages.ts";

/**
 * What was found, after edits that left the passages of the site as they were. Of an edited text nothing may be told
 * but the signatures of an essay, which are looked for where they stand now. Undefined where that can't be told.
 */
export function foundAfter(
  diagnostics: readonly Diagnostic[],
  edited: readonly Source[],
  { essays }: Site,
): readonly Diagnostic[] | undefined {
  const files = new Set(edited.map(({ file }) => file));
  const editedEssays = new Map(
    essays
      .filter(({ source }) => files.has(source.file))
      .map((essay) => [essay.source.file, essay]),
  );
  const now: Diagnostic[] = [];
  for (const found of diagnostics) {
    if (![found, ...(found.related ?? [])].some(({ file }) => files.has(file))) {
      now.push(found);
      continue;
    }
    const moved = found.code === "shared-text" ? withPlaces(found, editedEssays) : undefined;
    if (!moved) return undefined;
    now.push(moved);
  }
  return inOrder(now);
}

/** The note with its places in some essays as they are now; undefined where an essay does not say it once. */
function withPlaces(note: Diagnostic, essays: ReadonlyMap<string, Essay>): Diagnostic | undefined {
  const passage = note.data as { readonly words: number; readonly fingerprint: string };
  const spans = new Map<string, Span>();
  for (const { file } of [note, ...note.related!]) {
    const essay = essays.get(file);
    if (!essay) continue;
    const [span, ...more] = spansOf(proseOf(essay), passage);
    if (!span || more.length > 0) return undefined;
    spans.set(file, span);
  }
  const placed = <T extends Place>(place: T): T => ({
    ...place,
    span: spans.get(place.file) ?? place.span,
  });
  return { ...placed(note), related: note.related!.map(placed) };
}

interface Place {
  readonly file: string;
  readonly span: Span;
}
