import { isDeepStrictEqual } from "node:util";
import { hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import type { CodeFingerprint } from "../io/code.ts";
import type { Manifest } from "../io/output/manifest.ts";
import type { Digests, Inputs } from "./inputs.ts";
import { publishedBy, type Published } from "./lost.ts";
import type { Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { proof } from "./proof.ts";
import { proseEdit } from "./prose-edit.ts";
import { readSite } from "./read-site.ts";
import { recordAfterEdit, recordOfBuild, type BuildRecord } from "./record.ts";
import { allParts, filesByPart, searchedIn } from "./search.ts";
import { picturesFor } from "./shown-pictures.ts";
import { knownIn, staleIn, type Stale } from "./staleness.ts";

/** What a build comes to, before it is written. */
export interface Plan extends Stale {
  readonly report: Report;
  readonly published: Published;
  readonly record: BuildRecord;
  /** Texts to be kept for builds after edits of prose; undefined where they are kept already. */
  readonly texts?: readonly Essay[];
  /** Whether some of it came from git rather than from the files. */
  readonly isOfGit: boolean;
}

const NOTHING_TO_WRITE: Stale = { kept: new Map(), copies: [], pages: [], parts: [] };

/**
 * The plan of a build, from a proof of the whole site. Where it finds errors nothing is to be written.
 *
 * @param code what other code made is not kept
 */
export async function planned(
  inputs: Inputs,
  options: BuildOptions,
  memory: Memory,
  previous: Manifest | undefined,
  digests: Digests,
  code: CodeFingerprint,
): Promise<Plan> {
  const read = await readSite(inputs, options, memory);
  const { site, texts, isOfGit, pages, assets } = read;
  // What a preview showed was never published.
  const before = options.mode === "build" ? (previous?.published ?? {}) : {};
  const { report, shown, copying } = proof(read, before);
  const published = sameOr(previous?.published, publishedBy(site));
  const record = recordOfBuild(read, { report, copying }, digests, options);
  const plan = { report, published, record, texts, isOfGit };
  if (hasErrors(report.diagnostics)) return { ...plan, ...NOTHING_TO_WRITE };
  const pictures = await picturesFor(shown, assets, options);
  const copies = [...assets.copies, ...pictures.copies];
  const bodyOf = read.bodiesWith(pictures.variantsOf);
  // A preview makes the index when somebody searches: edits are shown sooner.
  const parts = options.mode === "build" ? allParts(searchedIn(read)) : [];
  const known = knownIn(previous, code);
  return { ...plan, ...staleIn({ pages, bodyOf, copies, parts }, options.output, inputs, known) };
}

/** The plan after an edit of prose alone, see `proseEdit`: everything else is kept, unseen. */
export async function plannedAfterProseEdit(
  inputs: Inputs,
  options: BuildOptions,
  memory: Memory,
  { files, published }: Manifest,
  digests: Digests,
  last: BuildRecord,
): Promise<Plan | undefined> {
  const edit = await proseEdit(inputs, options, last, memory);
  if (!edit) return undefined;
  const { report, stale } = edit;
  const parts = options.mode === "build" ? edit.parts() : [];
  const kept = new Map(Object.entries(files));
  for (const { page } of stale) kept.delete(page.path);
  const known = filesByPart(files);
  for (const { folder } of parts) for (const path of known.get(folder) ?? []) kept.delete(path);
  const record = recordAfterEdit(last, inputs.content, report, digests);
  return { report, published, record, kept, copies: [], pages: stale, parts, isOfGit: false };
}

/** What is equal is one and the same: comparing it from then on costs nothing. */
const sameOr = <T>(previous: T | undefined, now: T): T =>
  previous !== undefined && isDeepStrictEqual(previous, now) ? previous : now;
