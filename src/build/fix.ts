import { fixesFor, type Fix } from "../checks/fixes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../essays/essay.ts";
import { inOriginal, without } from "../fixing/index.ts";
import { sourceOf } from "../io/content.ts";
import type { Span } from "../text/span.ts";
import { merged } from "../essays/facts.ts";
import type { Proofed } from "./proof.ts";
import type { SiteProof } from "./site-proof.ts";

/** An essay from which copies were taken. */
export interface FixedEssay {
  /** As it lies on disk. */
  readonly source: Source;
  readonly text: string;
  /** What is cut out of the text: sorted, apart. */
  readonly cuts: readonly Span[];
  readonly copies: number;
}

interface Place {
  readonly text: string;
  readonly span: Span;
}

/** A copy that stays, because something might be lost with it. */
export interface LeftCopy {
  readonly file: string;
  readonly onDisk: Place;
  /** Where it stands once others are gone. */
  readonly fixed: Place;
  /** In words that go on with "it …". */
  readonly why: string;
}

export interface FixedSite {
  readonly essays: readonly FixedEssay[];
  readonly left: readonly LeftCopy[];
}

/**
 * Takes copies out of essays, in memory, until nothing more can surely be taken: a copy may hold what another one copies. An
 * essay stays as it is where the site would have an error more without its copies: a link that leads to a heading in one.
 */
export async function fixedSite(
  site: SiteProof,
  isWanted: (file: string) => boolean,
): Promise<FixedSite> {
  const fixed = new Map<string, FixedEssay>();
  let last: Proofed = site;
  // Ends: every round makes a text shorter.
  for (;;) {
    const fixes = fixesFor(last.proof, ({ source }) => isWanted(source.file));
    const made = fixes.filter(({ cuts }) => cuts.length > 0);
    if (made.length === 0) {
      const left = fixes.flatMap((fix) => leftIn(fix, fixed));
      return inOrder(await withoutErrors({ essays: [...fixed.values()], left }, site, last));
    }
    for (const fix of made) {
      const { file } = fix.essay.source;
      fixed.set(file, fixedMore(fixed.get(file), fix));
    }
    last = await proofWith(site, [...fixed.values()]);
  }
}

/** In the order in which the report tells files: the proof compares the latest essays first. */
const inOrder = ({ essays, left }: FixedSite): FixedSite => ({
  essays: essays.toSorted((a, b) => compare(a.source.file, b.source.file)),
  left: left.toSorted((a, b) => compare(a.file, b.file)),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was fixed before, with what is fixed now, as cuts of the text that lies on disk. */
function fixedMore(known: FixedEssay | undefined, { essay, text, cuts, removed }: Fix): FixedEssay {
  if (!known) return { source: essay.source, text, cuts, copies: removed.length };
  const moved = cuts.map((cut) => inOriginal(cut, known.cuts));
  return {
    ...known,
    cuts: merged([...known.cuts, ...moved]),
    copies: known.copies + removed.length,
  };
}

const leftIn = (
  { essay: { source }, text, left }: Fix,
  fixed: ReadonlyMap<string, FixedEssay>,
): readonly LeftCopy[] => {
  const { file } = source;
  const before = fixed.get(file) ?? { text, cuts: [] };
  return left.map(({ copy, why }) => {
    const onDisk = { text: before.text, span: inOriginal(copy, before.cuts) };
    return { file, onDisk, fixed: { text, span: copy }, why };
  });
};

const encoder = new TextEncoder();

/** An essay's text without its copies: nothing else of it changes. */
export const fixedText = ({ text, cuts }: FixedEssay): string => without(text, cuts);

function proofWith(site: SiteProof, essays: readonly FixedEssay[]): Promise<Proofed> {
  const byFile = new Map(essays.map((essay) => [essay.source.file, essay]));
  const sources = site.read.content.sources.map((source) => {
    const essay = byFile.get(source.file);
    if (!essay) return source;
    return sourceOf(source.file, source.role, source.format, encoder.encode(fixedText(essay)));
  });
  return site.with(sources);
}

/** Leaves essays as they are that would bring errors to the site. */
async function withoutErrors(
  { essays: all, left }: FixedSite,
  site: SiteProof,
  after: Proofed,
): Promise<FixedSite> {
  const known = new Set(errorsOf(site).map(keyOf));
  const newErrorOf = (proofed: Proofed): Diagnostic | undefined =>
    errorsOf(proofed).find((error) => !known.has(keyOf(error)));
  if (newErrorOf(after) === undefined) return { essays: all, left };

  const essays: FixedEssay[] = [];
  const refused: LeftCopy[] = [];
  for (const essay of all) {
    const error = newErrorOf(await proofWith(site, [...essays, essay]));
    if (error === undefined) essays.push(essay);
    else refused.push(neededElsewhere(essay, error));
  }
  const files = new Set(refused.map(({ file }) => file));
  return { essays, left: [...left.filter(({ file }) => !files.has(file)), ...refused] };
}

function neededElsewhere({ source, text, cuts }: FixedEssay, error: Diagnostic): LeftCopy {
  const place = { text, span: cuts[0]! };
  const why = `is needed elsewhere: without it ${error.file} would have an error, “${error.message}”`;
  return { file: source.file, onDisk: place, fixed: place, why };
}

/** Those about copies change their words with every copy that goes. */
const errorsOf = ({ report }: Proofed): readonly Diagnostic[] =>
  report.diagnostics.filter(
    ({ severity, code }) => severity === "error" && code !== "duplicate-passage",
  );

const keyOf = ({ file, code, message }: Diagnostic): string => `${file}\0${code}\0${message}`;
