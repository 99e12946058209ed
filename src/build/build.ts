import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import type { CodeFingerprint } from "../io/code.ts";
import type { StagedFile } from "../io/output/file-writer.ts";
import { refuseForeign } from "../io/output/foreign.ts";
import { refuseUnknown, refuseUnsafe, stateOf } from "../io/output/folder.ts";
import { apply, recover } from "../io/output/journal.ts";
import { lock } from "../io/output/lock.ts";
import { readManifest, type Made, type Manifest } from "../io/output/manifest.ts";
import { openStaging, type Staging } from "../io/output/staging.ts";
import { publishedBy } from "./lost.ts";
import { memoryIn } from "./memory.ts";
import type { BuildOptions } from "./options.ts";
import { proof, type Proofed } from "./proof.ts";
import { explained, HALFWAY, UNTOUCHED } from "./failures.ts";
import { staleIn, type StalePage } from "./staleness.ts";

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

interface Work {
  readonly started: number;
  readonly proofed: Proofed;
  readonly previous: Manifest | undefined;
  readonly staging: Staging;
  /** What stays as it is. */
  readonly kept: ReadonlyMap<string, Made>;
  /** Fingerprints of what is made anew, by path. */
  readonly made: ReadonlyMap<string, string>;
}

/** @param code fingerprints of the code that was loaded, see `codeFingerprint` */
export function builder(options: BuildOptions, code: CodeFingerprint): Builder {
  const { content, output } = options;
  const state = stateOf(output);
  const memory = memoryIn(state, code.reading);
  let work: Work | undefined;
  let unlock: (() => void) | undefined;

  async function begin(): Promise<Begun> {
    await abandon();
    const started = performance.now();
    refuseUnsafe(output, content);
    unlock = await lock(state);
    recover(state);
    const previous = readManifest(state);
    if (!previous) refuseUnknown(output);
    const proofed = await proof(options, memory, previous?.published ?? {});
    const { report } = proofed;
    if (hasErrors(report.diagnostics)) {
      await abandon();
      return { kind: "refused", report };
    }
    const known = previous?.code === code.all ? previous.files : {};
    const { kept, copies, pages } = staleIn(proofed, output, known);
    const staging = openStaging(output, state, copies.length + pages.length);
    const made = new Map([
      ...copies.map(({ path, fingerprint }) => [path, fingerprint] as const),
      ...pages.map(({ page, fingerprint }) => [page.path, fingerprint] as const),
    ]);
    work = { started, proofed, previous, staging, kept, made };
    for (const { path, from } of copies) staging.write([{ path, content: readFileSync(from) }]);
    return { kind: "begun", report, stale: pages };
  }

  async function finish(): Promise<Outcome> {
    const { started, proofed, previous, staging, kept, made } = work!;
    const { site, pages, report } = proofed;
    const hashes = await staging.settled();
    const fresh = [...made].map(
      ([path, fingerprint]) => [path, { fingerprint, hash: hashes.get(path)! }] as const,
    );
    const files = Object.fromEntries<Made>([...kept, ...fresh]);
    const manifest = { code: code.all, files, published: publishedBy(site) };
    const known = Object.keys(previous?.files ?? {});
    const deletions = known.filter((path) => !Object.hasOwn(files, path));
    refuseForeign(output, staging.folder, new Set(known));
    if (!isSame(manifest, previous)) {
      const journal = { output, staging: staging.folder, deletions, manifest };
      await explained(HALFWAY, () => apply(state, journal));
    }
    await abandon();
    return {
      report,
      output,
      pages: pages.length,
      written: made.size,
      removed: deletions.length,
      seconds: (performance.now() - started) / 1000,
    };
  }

  async function abandon(): Promise<void> {
    const { staging } = work ?? {};
    work = undefined;
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

/** Files that were left alone keep what the manifest said of them, so comparing them is comparing references. */
function isSame(manifest: Manifest, previous: Manifest | undefined): boolean {
  if (previous?.code !== manifest.code) return false;
  const files = Object.entries(manifest.files);
  return (
    files.length === Object.keys(previous.files).length &&
    files.every(([path, made]) => previous.files[path] === made) &&
    isDeepStrictEqual(manifest.published, previous.published)
  );
}
