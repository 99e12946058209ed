import { join } from "node:path";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.ts";
import { isOfMachine } from "../build/failures.ts";
import type { Inputs } from "../build/inputs.ts";
import { proof } from "../build/proof.ts";
import { readSite } from "../build/read-site.ts";
import { isMissing } from "../io/files.ts";
import { replaceText, writeNew } from "../io/text-files.ts";
import { draftOf } from "./draft.ts";
import { rejected, type Draft, type Paste, type Rejection, type Wishes } from "./paste.ts";
import { holderOf, siteSoFar, type SiteSoFar } from "./site-so-far.ts";

/** A draft that was written, with what the proof of the site says of it. */
export interface Imported {
  readonly kind: "imported";
  readonly draft: Draft;
  /** Absolute. */
  readonly path: string;
  readonly findings: readonly Diagnostic[];
  readonly sources: Sources;
}

/**
 * Brings pasted texts into a content folder, each whole or not at all, and proofs them with all that is there already.
 * Nothing is overwritten, but for an essay of the folder itself that is to be unwrapped.
 */
export async function importAll(
  pastes: readonly (Paste | Rejection)[],
  wishes: Wishes,
  { content, asOf, isDry }: { content: string; asOf: string | undefined; isDry: boolean },
): Promise<readonly (Imported | Rejection)[]> {
  const site = await siteSoFar(content, asOf);
  const made = withoutClashes(
    pastes.map((paste) => ("kind" in paste ? paste : draftOf(paste, wishes, site))),
    site,
  );
  const drafts = made.filter((result) => result.kind === "draft");
  const { findings, sources } = await proofWith(drafts, site);
  return made.map((result) => {
    if (result.kind === "rejection") return result;
    const { file } = result.source;
    const { inPlace, path: found } = result.paste;
    const path = inPlace !== undefined && found !== undefined ? found : join(content, file);
    const problem = isDry ? undefined : written(path, result);
    if (problem !== undefined) return rejected(result.paste.name, problem);
    const own = findings.filter((finding) => isAbout(finding, file));
    return { kind: "imported", draft: result, path, findings: own, sources };
  });
}

const isAbout = ({ file, related = [] }: Diagnostic, asked: string): boolean =>
  file === asked || related.some((place) => place.file === asked);

/** Drafts whose file or address is taken, by the site or by one before them, are rejected. */
function withoutClashes(
  made: readonly (Draft | Rejection)[],
  { read, inputs }: SiteSoFar,
): readonly (Draft | Rejection)[] {
  const files = new Map(inputs.content.sources.map(({ file }) => [file, `the file ${file}`]));
  const addresses = new Map<string, string>();
  return made.map((result) => {
    if (result.kind === "rejection" || result.paste.inPlace !== undefined) return result;
    const { source, essay, paste } = result;
    const holder =
      files.get(source.file) ?? addresses.get(essay.slug) ?? holderOf(read, essay.slug);
    if (holder !== undefined) {
      return rejected(
        paste.name,
        `it would be ${source.file} at /essays/${essay.slug}/, and that is taken by ${holder}. Choose another --title, or rename the file`,
      );
    }
    files.set(source.file, paste.name);
    addresses.set(essay.slug, paste.name);
    return result;
  });
}

/** The proof of the site as it will be. */
async function proofWith(drafts: readonly Draft[], { inputs, options, memory }: SiteSoFar) {
  const content = { ...inputs.content, sources: sourcesWith(drafts, inputs) };
  const read = await readSite({ ...inputs, content }, options, memory);
  const { diagnostics, sources } = proof(read, {}).report;
  return { findings: diagnostics, sources };
}

function sourcesWith(drafts: readonly Draft[], { content }: Inputs) {
  const own = new Set(drafts.map(({ source }) => source.file));
  const others = content.sources.filter(({ file }) => !own.has(file));
  return [...others, ...drafts.map(({ source }) => source)].toSorted((a, b) =>
    a.file < b.file ? -1 : 1,
  );
}

/** Writes a draft; answers why not, where it could not. */
function written(path: string, draft: Draft): string | undefined {
  try {
    return draft.paste.inPlace === undefined ? created(path, draft) : rewritten(path, draft);
  } catch (error) {
    if (isMissing(error)) return "it was moved or deleted meanwhile";
    if (isOfMachine(error)) return (error as Error).message;
    throw error;
  }
}

const created = (path: string, { text }: Draft): string | undefined =>
  writeNew(path, text) ? undefined : `${path} is there already`;

function rewritten(path: string, { paste, text, joined = 0 }: Draft): string | undefined {
  if (joined === 0 || replaceText(path, paste.bytes, text)) return undefined;
  return "it was edited meanwhile; try again";
}
