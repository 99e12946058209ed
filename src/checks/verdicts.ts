import type { Passage } from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { textOf } from "../essays/text.ts";
import type { Located, Span } from "../text/span.ts";
import type { Proof } from "./proof.ts";

type Place = Passage["places"][number];

/** What allows a passage to stand twice; a fingerprint of the settings stands for itself. */
export type Allowance = Located<string> | Located<"allow" | readonly string[]> | string;

export interface Verdict {
  readonly passage: Passage;
  /** The latest copy that nothing allows; undefined where all are allowed. */
  readonly flagged: Place | undefined;
  /** All copies that nothing allows. */
  readonly unallowed: readonly Place[];
  /** Whether so many essays share it that it is a signature, not a copy. */
  readonly isShared: boolean;
  readonly allowances: readonly Allowance[];
}

/** Fewer essays may share a passage by mistake. */
const FEWEST_SHARING_ESSAYS = 10;
const LEAST_SHARE_OF_ESSAYS = 0.01;

const known = new WeakMap<Proof, readonly Verdict[]>();

/** What becomes of each passage: none is flagged where the settings switch the check off. */
export function verdictsOf(proof: Proof): readonly Verdict[] {
  const verdicts = known.get(proof) ?? judged(proof);
  known.set(proof, verdicts);
  return verdicts;
}

function judged({ passages, site }: Proof): readonly Verdict[] {
  const { severity, allow } = site.settings.duplicates;
  if (severity === "off") return [];
  const essays = new Map(site.essays.map((essay) => [essay.source.file, essay]));
  const fewestSharing = Math.max(
    FEWEST_SHARING_ESSAYS,
    Math.ceil(site.essays.length * LEAST_SHARE_OF_ESSAYS),
  );
  const bySettings = new Set(allow);

  return passages.map((passage) => {
    const sharing = new Set(passage.places.map(({ id }) => id)).size;
    const isShared = sharing >= fewestSharing;
    const { fingerprint, places } = passage;
    if (bySettings.has(fingerprint)) {
      return { passage, flagged: undefined, unallowed: [], isShared, allowances: [fingerprint] };
    }
    const copies = places.slice(1).map((place) => ({
      place,
      allowances: allowancesFor(place, fingerprint, essays.get(place.id)!),
    }));
    const unallowed = copies
      .filter(({ allowances }) => allowances.length === 0)
      .map(({ place }) => place);
    return {
      passage,
      flagged: unallowed.at(-1),
      unallowed,
      isShared,
      allowances: copies.flatMap(({ allowances }) => allowances),
    };
  });
}

function allowancesFor({ span }: Place, fingerprint: string, essay: Essay): readonly Allowance[] {
  const { frontMatter, allowances } = essay.manuscript;
  const { duplicates } = frontMatter;
  const covers = duplicates?.value === "allow" || duplicates?.value.includes(fingerprint);
  const comments = allowances.filter((comment) => isInside(comment.span, span));
  const before = allowances.findLast((comment) => comment.span.end <= span.start);
  return [
    ...(duplicates && covers ? [duplicates] : []),
    ...comments,
    ...(before && isSameBlock(textOf(essay), before.span.end, span.start) ? [before] : []),
  ];
}

const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Whether only white space, or words of the passage's own paragraph, stand between a comment and a passage. */
const isSameBlock = (text: string, from: number, to: number): boolean =>
  !BLANK_LINE.test(text.slice(from, to).trimStart());

const BLANK_LINE = /(?:\r\n?|\n)[ \t]*[\r\n]/;
