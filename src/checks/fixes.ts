import type { Essay } from "../essays/essay.ts";
import { proseSkips } from "../essays/skips.ts";
import { textOf } from "../essays/text.ts";
import { withoutCopies, type Fixed, type Pair } from "../fixing/index.ts";
import type { Proof } from "./proof.ts";
import { verdictsOf, type Verdict } from "./verdicts.ts";

/** What can be done about copies of a passage within one essay. */
export interface Fix extends Fixed {
  readonly essay: Essay;
  readonly text: string;
}

/** For every essay that repeats itself word by word. Copies across essays, and what is allowed, are left alone. */
export function fixesFor(
  proof: Proof,
  isWanted: (essay: Essay, pairs: readonly Pair[]) => boolean,
): readonly Fix[] {
  const pairs = pairsByFile(verdictsOf(proof));
  const { html } = proof.site.settings.markdown;
  return proof.site.essays.flatMap((essay) => {
    const own = pairs.get(essay.source.file);
    if (!own || !isWanted(essay, own)) return [];
    const { source, manuscript, lang: language } = essay;
    const text = textOf(essay);
    const original = { text, body: manuscript.body, skips: proseSkips(text, manuscript) };
    const fixed = withoutCopies(original, own, { format: source.format, html, language });
    return [{ essay, text, ...fixed }];
  });
}

/** The first place of a passage in an essay is kept. */
function pairsByFile(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly Pair[]> {
  const pairs = new Map<string, Pair[]>();
  for (const { passage, flagged, unallowed, isShared } of verdicts) {
    if (passage.kind !== "exact" || flagged === undefined || isShared) continue;
    for (const copy of unallowed) {
      const first = passage.places.find(({ id }) => id === copy.id)!;
      if (first.span === copy.span) continue;
      const own = pairs.get(copy.id) ?? [];
      own.push({ kept: first.span, copy: copy.span });
      pairs.set(copy.id, own);
    }
  }
  return pairs;
}
