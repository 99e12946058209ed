import type { Essay, TagKind } from "../essays/essay.ts";
import { tagKey, tagSlug } from "../text/slug.ts";
import { compare } from "./order.ts";
import type { TagPage } from "./site.ts";
import { tagUrl } from "./urls.ts";

interface Spelling {
  readonly count: number;
  /** The place of its earliest use in a dated essay. */
  readonly since: number;
}

/** Undated essays are the latest: a spelling that only they use comes after all others. */
const UNUSED: Spelling = { count: 0, since: -1 };

interface Gathering {
  readonly kind: TagKind;
  readonly key: string;
  readonly essays: Essay[];
  readonly spellings: Map<string, Spelling>;
}

/** Gathers the tags of essays that are given newest first, in the order of kind and key. */
export function tagPagesOf(essays: readonly Essay[]): readonly TagPage[] {
  const gatherings = new Map<string, Gathering>();
  essays.forEach((essay, place) => {
    for (const { kind, label } of essay.tags) {
      const key = tagKey(label);
      const gathering = gatheringOf(gatherings, kind, key);
      if (gathering.essays.at(-1) !== essay) gathering.essays.push(essay);
      const { count, since } = gathering.spellings.get(label) ?? UNUSED;
      gathering.spellings.set(label, {
        count: count + 1,
        since: essay.date ? place : since,
      });
    }
  });
  return [...gatherings.values()].map(pageOf).toSorted(byKindAndKey);
}

function gatheringOf(gatherings: Map<string, Gathering>, kind: TagKind, key: string): Gathering {
  const name = `${kind} ${key}`;
  const known = gatherings.get(name);
  if (known) return known;
  const gathering: Gathering = { kind, key, essays: [], spellings: new Map() };
  gatherings.set(name, gathering);
  return gathering;
}

function pageOf({ kind, key, essays, spellings }: Gathering): TagPage {
  return { kind, key, label: mostUsed(spellings), url: tagUrl(kind, tagSlug(key)), essays };
}

/** The most used spelling, the earliest on a tie; essays came newest first, so the earliest is the last. */
function mostUsed(spellings: ReadonlyMap<string, Spelling>): string {
  const ranked = [...spellings].toSorted(
    ([a, x], [b, y]) => y.count - x.count || y.since - x.since || compare(a, b),
  );
  return ranked[0]![0];
}

const kinds: readonly TagKind[] = ["topic", "ticker", "mention"];
const byKindAndKey = (a: TagPage, b: TagPage): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.key, b.key);
