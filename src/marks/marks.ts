import type { Diagnostic, Related, Report } from "../diagnostics/diagnostic.ts";
import { placesIn, type Places } from "../diagnostics/places.ts";
import type { Span } from "../text/span.ts";

/** A place of a text where a passage stands that is said twice, and what its page says there. */
export interface Mark {
  /** What it is linked to by: the same as long as the passage is. */
  readonly id: string;
  /** Whether the finding stands here, or the passage is said here too. */
  readonly role: "copy" | "other";
  /** In the text. */
  readonly span: Span;
  /** The words that the place that its first link leads to does not share; sorted. */
  readonly changed: readonly Span[];
  readonly links: readonly MarkLink[];
}

export interface MarkLink {
  readonly words: string;
  /** Undefined where the other place is on no page. */
  readonly href: string | undefined;
}

/** The page of a file in the preview; undefined where it has none. */
export type AddressOf = (file: string) => string | undefined;

/** More places are not linked to: a refrain can have hundreds. */
const MOST_LINKS = 3;

/** The marks of one file. */
export function marksIn(
  file: string,
  { diagnostics, sources }: Report,
  addressOf: AddressOf,
): readonly Mark[] {
  const places = placesIn(sources);
  return diagnostics.filter(isOfPassage).flatMap((finding) => {
    const all = placesOf(finding);
    const here = all.flatMap((place, index) => (place.file === file ? [index] : []));
    return here.map((index): Mark => {
      const partner = index === all.length - 1 ? 0 : all.length - 1;
      return {
        id: idOf(finding, index),
        role: index === all.length - 1 ? "copy" : "other",
        span: all[index]!.span,
        changed: changedAt(index, finding),
        links: linksAt(index, partner, finding, places, addressOf),
      };
    });
  });
}

/** Whether a file holds a place of a passage: far quicker to say than which marks it has. */
export const hasMarks = (file: string, { diagnostics }: Report): boolean =>
  diagnostics.some(
    (finding) => isOfPassage(finding) && placesOf(finding).some((place) => place.file === file),
  );

/** The id of the mark at the place that a finding stands at. */
export const idOfCopy = (finding: Diagnostic): string =>
  idOf(finding, finding.related?.length ?? 0);

const isOfPassage = ({ code }: Diagnostic): boolean => code === "duplicate-passage";

/** No heading's id has a colon. */
const idOf = ({ data }: Diagnostic, place: number): string =>
  `said:${String(data?.["fingerprint"])}-${place + 1}`;

/** All places of a passage, the flagged one last. */
const placesOf = ({ message, file, span, related = [] }: Diagnostic): readonly Related[] => [
  ...related,
  { message, file, span },
];

/** The first leads to the flagged copy, or from there to where the passage was said first. */
function linksAt(
  index: number,
  partner: number,
  finding: Diagnostic,
  places: Places,
  addressOf: AddressOf,
): readonly MarkLink[] {
  const all = placesOf(finding);
  const { file: from, message } = all[index]!;
  const whereIs = ({ file, span }: Related): string => {
    const { line } = places.rangeOf(file, span).start;
    return file === from ? `at line ${line}` : `in ${file}, line ${line}`;
  };
  const link = (to: number, words: string): MarkLink => {
    const address = addressOf(all[to]!.file);
    return { words, href: address === undefined ? undefined : `${address}#${idOf(finding, to)}` };
  };
  const isCopy = partner === 0;
  const others = Array.from({ length: Math.min(all.length, MOST_LINKS + 1) }, (_, to) => to);
  return [
    link(partner, isCopy ? message : `${message}, and again ${whereIs(all[partner]!)}`),
    ...others
      .filter((to) => to !== index && to !== partner)
      .slice(0, MOST_LINKS - 1)
      .map((to) => link(to, `also ${whereIs(all[to]!)}`)),
  ];
}

function changedAt(index: number, { related = [] }: Diagnostic): readonly Span[] {
  const isCopy = index === related.length;
  const changes = related[isCopy ? 0 : index]?.changes ?? [];
  return changes.flatMap(({ here, there }) => (isCopy ? here : there) ?? []);
}
