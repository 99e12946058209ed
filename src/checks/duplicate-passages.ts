import type { Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import type { Passage } from "../duplicates/index.ts";
import type { Essay } from "../essays/essay.ts";
import { textOf } from "../essays/text.ts";
import type { Pair } from "../fixing/index.ts";
import { lineIndex } from "../text/lines.ts";
import { fixesFor } from "./fixes.ts";
import type { Proof } from "./proof.ts";
import { verdictsOf } from "./verdicts.ts";

type Place = Passage["places"][number];

/** What was said before, told at the latest copy that nothing allows. */
export function duplicatePassages(proof: Proof): readonly Diagnostic[] {
  const { settings, essays } = proof.site;
  const { severity } = settings.duplicates;
  if (severity === "off") return [];
  const byFile = new Map(essays.map((essay) => [essay.source.file, essay]));
  const sure = new Set(fixesFor(proof, isQuick).flatMap(({ removed }) => removed));
  return verdictsOf(proof).flatMap(({ passage, flagged, isShared }) => {
    if (!flagged || isShared) return [];
    const first = passage.places[0]!;
    const line = lineIndex(textOf(byFile.get(first.id)!)).positionAt(first.span.start).line;
    return [
      {
        code: "duplicate-passage",
        severity,
        message: `${passage.words} words said before, ${whereOf(first, flagged, line)}`,
        help: helpFor(passage, byFile.get(flagged.id)!, sure.has(flagged.span)),
        file: flagged.id,
        span: flagged.span,
        related: relatedOf(passage, flagged),
        data: dataOf(passage),
      },
    ];
  });
}

const whereOf = (first: Place, copy: Place, line: number): string =>
  first.id === copy.id ? `at line ${line}` : `in ${first.id}, line ${line}`;

const relatedOf = ({ places }: Passage, flagged: Place): readonly Related[] =>
  places
    .filter((place) => place !== flagged)
    .map((place) => ({
      message: place === places[0] ? "said first here" : "said here too",
      file: place.id,
      span: place.span,
    }));

const dataOf = ({ words, similarity, kind, fingerprint }: Passage): Record<string, unknown> => ({
  words,
  similarity,
  kind,
  fingerprint,
});

function helpFor({ fingerprint }: Passage, { source }: Essay, isSure: boolean): string {
  const comment = "write <!-- duplicate: why --> before it";
  const frontMatter = `put \`duplicates: [${fingerprint}]\` into the front matter`;
  const allowing = source.format === "md" ? `${comment}, or ${frontMatter}` : frontMatter;
  const deleting = isSure ? "; `npm run check -- --fix` deletes this one. If it" : "; if this one";
  return `Readers meet the same words twice. Delete one of the copies${deleting} is meant, ${allowing}.`;
}

/** Bytes to read for each copy, at most: every proof of the site looks for what to offer. */
const MOST_READ = 2 ** 19;

const isQuick = ({ source }: Essay, pairs: readonly Pair[]): boolean =>
  source.bytes.length * pairs.length <= MOST_READ;
