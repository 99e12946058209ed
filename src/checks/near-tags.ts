import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { TagKind } from "../essays/essay.ts";
import { oldestFirst } from "../site/order.ts";
import type { TagPage } from "../site/site.ts";
import { signed } from "../site/tag-names.ts";
import { tagKey } from "../text/slug.ts";
import { isOneSlip, joined, singular, slip, type Likeness } from "./likeness.ts";
import type { Proof } from "./proof.ts";

/** People and tickers are called what they are called: `$APP` and `$APPS` are two. */
const likenesses: Readonly<Record<TagKind, readonly Likeness[]>> = {
  topic: [joined, singular, slip],
  ticker: [],
  mention: [joined],
};

/** Tags of one kind that are written nearly the same, told where the rarer one was used first. */
export function nearTags({ site }: Proof): readonly Diagnostic[] {
  const twins = new Map<string, Twins>();
  for (const [kind, likes] of Object.entries(likenesses)) {
    const tags = site.tags.filter((tag) => tag.kind === kind).toSorted(mostUsedFirst);
    for (const likeness of likes) pairUp(tags, likeness, twins);
  }
  if (twins.size === 0) return [];

  return oldestFirst(site.essays).flatMap(({ source, tags }) =>
    tags.flatMap(({ kind, label, span }) => {
      const name = nameOf(kind, tagKey(label));
      const pair = twins.get(name);
      twins.delete(name);
      return pair ? [{ ...finding(pair), file: source.file, span }] : [];
    }),
  );
}

interface Twins {
  readonly rare: TagPage;
  readonly usual: TagPage;
}

/** Gives each tag the most used one that it is like. Forms are looked up, so no two tags are compared in vain. */
function pairUp(tags: readonly TagPage[], likeness: Likeness, twins: Map<string, Twins>): void {
  const owners = new Map<string, TagPage>();
  for (const rare of tags) {
    const forms = likeness.formsOf(rare.key).filter((form) => form !== "");
    const usual = forms
      .map((form) => owners.get(form))
      .find((owner) => owner && (likeness !== slip || isOneSlip(owner.key, rare.key)));
    const name = nameOf(rare.kind, rare.key);
    if (usual && rare.essays.length <= likeness.mostUses && !twins.has(name)) {
      twins.set(name, { rare, usual });
    }
    for (const form of forms) if (!owners.has(form)) owners.set(form, rare);
  }
}

function finding({ rare, usual }: Twins): Omit<Diagnostic, "file" | "span"> {
  return {
    code: "near-tags",
    severity: "warning",
    message: `${signed(rare)} (${usesOf(rare)}) is nearly ${signed(usual)} (${usesOf(usual)})`,
    help: `They are two tags with two pages, so readers of one miss the other. If they are one, write it one way${orAlias(rare, usual)}.`,
    data: { tag: signed(rare), nearest: signed(usual) },
  };
}

/** Aliases are for topics alone. */
const orAlias = (rare: TagPage, usual: TagPage): string =>
  rare.kind === "topic"
    ? `, or put in site.yaml: tags: { aliases: { ${quoted(rare.label)}: ${quoted(usual.label)} } }`
    : "";

const usesOf = ({ essays }: TagPage): string =>
  essays.length === 1 ? "1 essay" : `${essays.length} essays`;

/** As YAML takes it, whatever is in it. */
const quoted = (label: string): string =>
  /^[\p{L}][\p{L}\p{M}\p{N}_-]*$/u.test(label) ? label : JSON.stringify(label);

const nameOf = (kind: string, key: string): string => `${kind} ${key}`;

const mostUsedFirst = (a: TagPage, b: TagPage): number =>
  b.essays.length - a.essays.length || (a.key < b.key ? -1 : 1);
