import type { Change, Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import type { Excerpt, Passage } from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { proseSkips } from "../essays/skips.ts";
import { textOf } from "../essays/text.ts";
import type { Pair } from "../fixing/index.ts";
import { lineIndex } from "../text/lines.ts";
import { changesBetween } from "./changes.ts";
import { fixesFor } from "./fixes.ts";
import type { Proof } from "./proof.ts";
import { verdictsOf } from "./verdicts.ts";

type Place = Passage["places"][number];
type Essays = ReadonlyMap<string, Essay>;

/** Places of one passage that are compared with the copy word by word: nobody reads more. */
const MOST_COMPARED = 3;

/** What was said before, told at the latest copy that nothing allows. */
export function duplicatePassages(proof: Proof): readonly Diagnostic[] {
  const { settings, essays } = proof.site;
  const { severity } = settings.duplicates;
  if (severity === "off") return [];
  const byFile: Essays = new Map(essays.map((essay) => [essay.source.file, essay]));
  const sure = new Set(fixesFor(proof, isQuick).flatMap(({ removed }) => removed));
  return verdictsOf(proof).flatMap(({ passage, flagged, isShared }) => {
    if (!flagged || isShared) return [];
    const first = passage.places[0]!;
    const line = lineIndex(textOf(byFile.get(first.id)!)).positionAt(first.span.start).line;
    return [
      {
        code: "duplicate-passage",
        severity,
        message: messageFor(passage, whereOf(first, flagged, line)),
        help: helpFor(passage, byFile.get(flagged.id)!, sure.has(flagged.span)),
        file: flagged.id,
        span: flagged.span,
        related: relatedOf(passage, flagged, byFile),
        data: dataOf(passage),
      },
    ];
  });
}

const manners: Readonly<Record<Passage["kind"], string>> = {
  exact: "said before",
  edited: "said before with changes",
  reworked: "said before in other words",
};

function messageFor({ words, kind, similarity }: Passage, where: string): string {
  const said = `${words} words ${manners[kind]}, ${where}`;
  // A hundredth of a long passage is many words: rounded to 1 it is not the same.
  return similarity < 1 ? `${said}: ${Math.round(similarity * 100)} % the same` : said;
}

const whereOf = (first: Place, copy: Place, line: number): string =>
  first.id === copy.id ? `at line ${line}` : `in ${first.id}, line ${line}`;

function relatedOf(passage: Passage, flagged: Place, essays: Essays): readonly Related[] {
  const { isVerbatim, places } = passage;
  return places
    .filter((place) => place !== flagged)
    .map((place, index) => {
      const message = place === places[0] ? "said first here" : "said here too";
      const related = { message, file: place.id, span: place.span };
      if (isVerbatim || index >= MOST_COMPARED) return related;
      return withChanges(related, () =>
        changesBetween(excerptOf(flagged, essays), excerptOf(place, essays)),
      );
    });
}

/** Works the changes out when they are first asked for, once. */
function withChanges(related: Related, changes: () => readonly Change[]): Related {
  let known: readonly Change[] | undefined;
  return {
    ...related,
    get changes() {
      return (known ??= changes());
    },
  };
}

function excerptOf({ id, span }: Place, essays: Essays): Excerpt {
  const essay = essays.get(id)!;
  const text = textOf(essay);
  return { prose: { text, skip: proseSkips(text, essay.manuscript) }, span };
}

const dataOf = ({ words, similarity, kind, fingerprint }: Passage): Record<string, unknown> => ({
  words,
  similarity,
  kind,
  fingerprint,
});

const advice: Readonly<Record<Passage["kind"], string>> = {
  exact: "Readers meet the same words twice. Delete one of the copies",
  edited: "Readers meet nearly the same words twice. Keep the better version and delete the other",
  reworked: "Readers may know this already. Keep the better version, or say something new here",
};

function helpFor(passage: Passage, essay: Essay, isSure: boolean): string {
  const deleting = isSure ? "; `npm run check -- --fix` deletes this one. If it" : "; if this one";
  return `${advice[passage.kind]}${deleting} is meant, ${allowing(passage, essay)}.`;
}

/** What allows all copies at once: of more than two, each would be the latest in its turn. */
function allowing({ fingerprint, places }: Passage, { source: { format } }: Essay): string {
  const isOfOne = places.every(({ id }) => id === places[0]!.id);
  if (places.length > 2 && !isOfOne)
    return `put \`duplicates: { allow: [${fingerprint}] }\` into \`site.yaml\``;
  const frontMatter = `put \`duplicates: [${fingerprint}]\` into the front matter`;
  const isCommented = format === "md" && places.length === 2;
  return isCommented ? `write <!-- duplicate: why --> before it, or ${frontMatter}` : frontMatter;
}

/** Bytes to read for each copy, at most: every proof of the site looks for what to offer. */
const MOST_READ = 2 ** 19;

const isQuick = ({ source }: Essay, pairs: readonly Pair[]): boolean =>
  source.bytes.length * pairs.length <= MOST_READ;
