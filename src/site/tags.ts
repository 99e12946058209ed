import type { Essay, TagKind } from "../essays/essay.ts";
import { tagKey, tagSlug } from "../text/slug.ts";
import { compare } from "./order.ts";
import type { TagPage } from "./site.ts";
import { tagUrl } from "./urls.ts";

interface Spelling {
  readonly gathering: Gathering;
  count: number;
  /** The place of its earliest use in a dated essay; undated essays are the latest of all. */
  since: number;
}

interface Gathering {
  readonly kind: TagKind;
  readonly key: string;
  readonly essays: Essay[];
  readonly spellings: Map<string, Spelling>;
}

/** Gathers the tags of essays that are given newest first, in the order of kind and key. */
export function tagPagesOf(essays: readonly Essay[]): readonly TagPage[] {
  const gatherings = new Map<string, Gathering>();
  // Most labels come again and again: they are folded once.
  const spellings = { topic: new Map(), ticker: new Map(), mention: new Map() } as Record<
    TagKind,
    Map<string, Spelling>
  >;
  essays.forEach((essay, place) => {
    for (const { kind, label } of essay.tags) {
      let spelling = spellings[kind].get(label);
      if (!spelling) {
        const gathering = gatheringOf(gatherings, kind, tagKey(label));
        spelling = { gathering, count: 0, since: -1 };
        spellings[kind].set(label, spelling);
        gathering.spellings.set(label, spelling);
      }
      const gathered = spelling.gathering.essays;
      if (gathered.at(-1) !== essay) gathered.push(essay);
      spelling.count++;
      if (essay.date) spelling.since = place;
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
