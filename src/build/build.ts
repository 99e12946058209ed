import { readFileSync } from "node:fs";
import { hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import type { CodeFingerprint } from "../io/code.ts";
import type { StagedFile } from "../io/output/file-writer.ts";
import { lookAfresh } from "../io/look.ts";
import { refuseForeign } from "../io/output/foreign.ts";
import { refuseUnknown, refuseUnsafe, stateOf } from "../io/output/folder.ts";
import { apply, recover } from "../io/output/journal.ts";
import { lock } from "../io/output/lock.ts";
import { manifestStamp, readManifest, type Made, type Manifest } from "../io/output/manifest.ts";
import { openStaging, type Staging } from "../io/output/staging.ts";
import { searchPartOf } from "../site/search.ts";
import { refuseWithoutPagefind } from "../io/pagefind.ts";
import { explained, HALFWAY, isOfMachine, UNTOUCHED } from "./failures.ts";
import { digestsOf, inputsOf } from "./inputs.ts";
import { writeTexts } from "./kept-texts.ts";
import { memoryIn, type Memory } from "./memory.ts";
import type { Published } from "./lost.ts";
import type { BuildOptions } from "./options.ts";
import { planned, plannedAfterProseEdit, type Plan } from "./plan.ts";
import { prosesIn, type ProseOf } from "./prose.ts";
import { readSite } from "./read-site.ts";
import { recordId, recordOf, writeRecord } from "./record.ts";
import { sourcesIn } from "./report.ts";
import {
  allParts,
  indexer,
  searchedIn,
  startIndexing,
  type Indexing,
  type SearchIndex,
} from "./search.ts";
import { isAllIntact, type StalePage } from "./staleness.ts";

/** What became of a build. */
export interface Outcome {
  readonly report: Report;
  /** What the texts say that the output was made of. */
  readonly proseOf: ProseOf;
  readonly output: string;
  /** Pages that the site has now, and how many files were written and removed by this build; those of the search index aside. */
  readonly pages: number;
  readonly written: number;
  readonly removed: number;
  readonly seconds: number;
}

export type Begun =
  | { readonly kind: "refused"; readonly report: Report; readonly published: Published }
  | {
      readonly kind: "begun";
      readonly report: Report;
      /** The addresses of all texts that the site shows. */
      readonly published: Published;
      readonly stale: readonly StalePage[];
    };

/** Builds into one output folder, one after the other. Between `begin` and `finish` stale pages are rendered. */
export interface Builder {
  begin(): Promise<Begun>;
  write(files: readonly StagedFile[]): void;
  finish(): Promise<Outcome>;
  /** Gives a begun build up; the output folder stays as it was. Does nothing where none is begun. */
  abandon(): Promise<void>;
  /** The search index of the content as it lies there now. Nothing is written: a preview asks for it when it is needed. */
  search(): Promise<SearchIndex>;
}

interface Work extends Plan {
  readonly started: number;
  readonly proseOf: ProseOf;
  readonly previous: Manifest | undefined;
  readonly staging: Staging;
  readonly indexing: Indexing;
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
  const index = indexer();
  let unlock: (() => void) | undefined;

  async function begin(): Promise<Begun> {
    await abandon();
    const started = performance.now();
    refuseUnsafe(output, content);
    const { release, hasWaited } = await lock(state);
    unlock = release;
    const hasRecovered = recover(state);
    if (hasWaited || hasRecovered) lookAfresh(content, output);
    const isOurs = left !== undefined && manifestStamp(state) === left.stamp;
    const previous = isOurs ? left?.manifest : readManifest(state);
    if (!previous) refuseUnknown(output);
    // Both are read while a second thread looks at the content.
    const record = previous?.code === code.all ? recordOf(state, previous, options) : undefined;
    memory ??= memoryIn(state, code.reading);
    const inputs = await inputsOf(options, options.mode === "preview" ? memory.texts : undefined);
    const digests = digestsOf(inputs, options, code);
    const proseOf = prosesIn(inputs.content, options);
    const last = record && (isOurs || isAllIntact(previous!, inputs)) ? record : undefined;
    if (last?.digests.whole === digests.whole) {
      await abandon();
      const report = { ...last, sources: sourcesIn(inputs.content) };
      const seconds = secondsSince(started);
      settled = { report, proseOf, output, pages: last.pages, ...NOTHING, seconds };
      return { kind: "begun", report, published: previous!.published, stale: [] };
    }
    const isSameFrame = last?.digests.frame === digests.frame;
    const plan =
      (isSameFrame
        ? await plannedAfterProseEdit(inputs, options, memory, previous!, digests, last)
        : undefined) ?? (await planned(inputs, options, memory, previous, digests, code));
    const { report, published, copies, pages } = plan;
    if (hasErrors(report.diagnostics)) {
      await abandon();
      return { kind: "refused", report, published };
    }
    if (plan.parts.length > 0) refuseWithoutPagefind();
    const staging = openStaging(output, state, copies.length + pages.length);
    const indexing = startIndexing(plan.parts, staging.write);
    work = { ...plan, started, proseOf, previous, staging, indexing };
    for (const { path, from } of copies) staging.write([{ path, content: readFileSync(from) }]);
    return { kind: "begun", report, published, stale: pages };
  }

  async function finish(): Promise<Outcome> {
    if (settled) return settled;
    const { started, proseOf, previous, staging, indexing, ...plan } = work!;
    const { report, published, record, kept, copies, pages } = plan;
    const index = await indexing.made();
    const hashes = await staging.settled();
    const made = [
      ...copies,
      ...pages.map(({ page: { path }, fingerprint }) => ({ path, fingerprint })),
    ];
    const indexed = Array.from(index, ([path, fingerprint]) => ({ path, fingerprint }));
    const fresh = [...made, ...indexed].map(
      ({ path, fingerprint }) => [path, { fingerprint, hash: hashes.get(path)! }] as const,
    );
    const known = Object.keys(previous?.files ?? {});
    const changed = [...kept].filter(([path, made]) => previous?.files[path] !== made);
    const manifest = {
      code: code.all,
      files: Object.fromEntries<Made>([...changed, ...fresh]),
      published,
      ...(!plan.isOfGit && { record: recordId(record) }),
    };
    const deletions = known.filter((path) => !kept.has(path) && !hashes.has(path));
    refuseForeign(output, staging.folder, new Set(known));
    if (deletions.length > 0 || !isSame(manifest, previous)) {
      const journal = { output, staging: staging.folder, deletions, manifest };
      const written = await explained(HALFWAY, () => apply(state, journal, previous));
      left = { manifest: written, stamp: manifestStamp(state) };
    }
    keep(plan);
    await abandon();
    return {
      report,
      proseOf,
      output,
      pages: record.pages,
      written: made.length,
      removed: deletions.filter((path) => searchPartOf(path) === undefined).length,
      seconds: secondsSince(started),
    };
  }

  async function search(): Promise<SearchIndex> {
    memory ??= memoryIn(state, code.reading);
    const inputs = await inputsOf(options, memory.texts);
    return index(allParts(searchedIn(await readSite(inputs, options, memory))));
  }

  /** A build that finds no record does more than it need, and that is all. */
  function keep({ texts, record }: Plan): void {
    try {
      if (texts) memory!.kept = writeTexts(state, record.textsOf, texts);
      writeRecord(state, record);
    } catch (error) {
      if (!isOfMachine(error)) throw error;
    }
  }

  async function abandon(): Promise<void> {
    const { staging, indexing } = work ?? {};
    work = undefined;
    settled = undefined;
    indexing?.stop();
    await staging?.discard();
    unlock?.();
    unlock = undefined;
  }

  return {
    begin: () => explained(UNTOUCHED, begin),
    write: (files) => work?.staging.write(files),
    finish: () => explained(UNTOUCHED, finish),
    abandon,
    search,
  };
}

const NOTHING = { written: 0, removed: 0 };

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** Whether a manifest of changes changes nothing. */
const isSame = (changes: Manifest, previous: Manifest | undefined): boolean =>
  Object.keys(changes.files).length === 0 &&
  changes.code === previous?.code &&
  changes.record === previous.record &&
  changes.published === previous.published;
