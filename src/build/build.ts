import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import type { CodeFingerprint } from "../io/code.ts";
import type { Look } from "../io/look.ts";
import type { StagedFile } from "../io/output/file-writer.ts";
import { refuseForeign } from "../io/output/foreign.ts";
import { refuseUnknown, refuseUnsafe, stateOf } from "../io/output/folder.ts";
import { apply, recover } from "../io/output/journal.ts";
import { lock } from "../io/output/lock.ts";
import { manifestStamp, readManifest, type Made, type Manifest } from "../io/output/manifest.ts";
import { openStaging, type Staging } from "../io/output/staging.ts";
import type { Copy } from "./assets.ts";
import { explained, HALFWAY, UNTOUCHED } from "./failures.ts";
import { digestsOf, inputsOf, type Digests } from "./inputs.ts";
import { publishedBy } from "./lost.ts";
import { memoryIn, type Memory } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { proof } from "./proof.ts";
import { proseEdit } from "./prose-edit.ts";
import { readSite, type ReadSite } from "./read-site.ts";
import { recordOf, recordOfBuild, writeRecord, type Record } from "./record.ts";
import { sourcesIn } from "./report.ts";
import { isAllIntact, staleIn, type StalePage } from "./staleness.ts";

/** What became of a build. */
export interface Outcome {
  readonly report: Report;
  readonly output: string;
  /** Pages that the site has now, and how many of them were written by this build. */
  readonly pages: number;
  readonly written: number;
  readonly removed: number;
  readonly seconds: number;
}

export type Begun =
  | { readonly kind: "refused"; readonly report: Report }
  | {
      readonly kind: "begun";
      readonly report: Report;
      readonly stale: readonly StalePage[];
    };

/** Builds into one output folder, one after the other. Between `begin` and `finish` stale pages are rendered. */
export interface Builder {
  begin(): Promise<Begun>;
  write(files: readonly StagedFile[]): void;
  finish(): Promise<Outcome>;
  /** Gives a begun build up; the output folder stays as it was. Does nothing where none is begun. */
  abandon(): Promise<void>;
}

/** What a build comes to, before it is written. */
interface Plan {
  readonly report: Report;
  /** What stays as it is. */
  readonly kept: ReadonlyMap<string, Made>;
  readonly copies: readonly Copy[];
  readonly pages: readonly StalePage[];
}

interface Work extends Plan {
  readonly started: number;
  readonly digests: Digests;
  readonly read: ReadSite;
  readonly previous: Manifest | undefined;
  readonly staging: Staging;
}

/** @param code fingerprints of the code that was loaded, see `codeFingerprint` */
export function builder(options: BuildOptions, code: CodeFingerprint): Builder {
  const { content, output } = options;
  const state = stateOf(output);
  let memory: Memory | undefined;
  /** What this process wrote last: until somebody else writes, the output needs no second look. */
  let left: { readonly manifest: Manifest; readonly stamp: string | undefined } | undefined;
  /** What came of a build for which nothing was to do. */
  let settled: Outcome | undefined;
  let work: Work | undefined;
  let unlock: (() => void) | undefined;

  async function begin(): Promise<Begun> {
    await abandon();
    const started = performance.now();
    refuseUnsafe(output, content);
    unlock = await lock(state);
    recover(state);
    const isOurs = left !== undefined && manifestStamp(state) === left.stamp;
    const previous = isOurs ? left?.manifest : readManifest(state);
    if (!previous) refuseUnknown(output);
    // Both are read while a second thread looks at the content.
    const record = previous?.code === code.all ? recordOf(state, previous, options) : undefined;
    memory ??= memoryIn(state, code.reading);
    const inputs = await inputsOf(options, options.mode === "preview" ? memory.texts : undefined);
    const digests = digestsOf(inputs, options, code);
    const last = record && (isOurs || isAllIntact(previous!, inputs)) ? record : undefined;
    if (last?.digests.whole === digests.whole) {
      await abandon();
      const report = { ...last, sources: sourcesIn(inputs.content) };
      settled = { report, output, pages: last.pages, ...NOTHING, seconds: secondsSince(started) };
      return { kind: "begun", report, stale: [] };
    }
    const read = await readSite(inputs, options, memory);
    const plan =
      (last?.digests.frame === digests.frame && afterProseEdit(read, last, previous!, memory)) ||
      afterAnyEdit(read, inputs, previous);
    const { report, copies, pages } = plan;
    if (hasErrors(report.diagnostics)) {
      await abandon();
      return { kind: "refused", report };
    }
    const staging = openStaging(output, state, copies.length + pages.length);
    work = { ...plan, started, digests, read, previous, staging };
    for (const { path, from } of copies) staging.write([{ path, content: readFileSync(from) }]);
    return { kind: "begun", report, stale: pages };
  }

  function afterAnyEdit(read: ReadSite, look: Look, previous: Manifest | undefined): Plan {
    const { report, copies } = proof(read, previous?.published ?? {});
    const known = previous?.code === code.all ? previous.files : {};
    // Where something is wrong nothing is written.
    if (hasErrors(report.diagnostics)) return { report, kept: new Map(), copies: [], pages: [] };
    return { report, ...staleIn({ ...read, copies }, output, look, known) };
  }

  async function finish(): Promise<Outcome> {
    if (settled) return settled;
    const { started, digests, read, report, previous, staging, kept, copies, pages } = work!;
    const hashes = await staging.settled();
    const made = [...copies, ...pages.map(({ page, fingerprint }) => ({ ...page, fingerprint }))];
    const fresh = made.map(
      ({ path, fingerprint }) => [path, { fingerprint, hash: hashes.get(path)! }] as const,
    );
    const files = Object.fromEntries<Made>([...kept, ...fresh]);
    const manifest = {
      code: code.all,
      files,
      published: publishedBy(read.site),
      ...(!read.isOfGit && { inputs: digests.whole }),
    };
    const known = Object.keys(previous?.files ?? {});
    const deletions = known.filter((path) => !Object.hasOwn(files, path));
    refuseForeign(output, staging.folder, new Set(known));
    writeRecord(state, recordOfBuild(read, report, digests, options));
    if (!isSame(manifest, previous)) {
      const journal = { output, staging: staging.folder, deletions, manifest };
      const written = await explained(HALFWAY, () => apply(state, journal));
      left = { manifest: written, stamp: manifestStamp(state) };
    }
    await abandon();
    return {
      report,
      output,
      pages: read.pages.length,
      written: made.length,
      removed: deletions.length,
      seconds: secondsSince(started),
    };
  }

  async function abandon(): Promise<void> {
    const { staging } = work ?? {};
    work = undefined;
    settled = undefined;
    await staging?.discard();
    unlock?.();
    unlock = undefined;
  }

  return {
    begin: () => explained(UNTOUCHED, begin),
    write: (files) => work?.staging.write(files),
    finish: () => explained(UNTOUCHED, finish),
    abandon,
  };
}

/** The plan after an edit that left everything but some bodies as it was. */
function afterProseEdit(
  read: ReadSite,
  last: Record,
  { files }: Manifest,
  memory: Memory,
): Plan | undefined {
  const edit = proseEdit(read, last, memory);
  if (!edit) return undefined;
  const kept = new Map(Object.entries(files));
  for (const { page } of edit.stale) kept.delete(page.path);
  return { report: edit.report, kept, copies: [], pages: edit.stale };
}

const NOTHING = { written: 0, removed: 0 };

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** Files that were left alone keep what the manifest said of them, so comparing them is comparing references. */
function isSame(manifest: Manifest, previous: Manifest | undefined): boolean {
  if (previous?.code !== manifest.code || previous.inputs !== manifest.inputs) return false;
  const files = Object.entries(manifest.files);
  return (
    files.length === Object.keys(previous.files).length &&
    files.every(([path, made]) => previous.files[path] === made) &&
    isDeepStrictEqual(manifest.published, previous.published)
  );
}
