import { lstatSync } from "node:fs";
import { join } from "node:path";
import { dayOfLastBuild } from "../build/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readManifest, type Manifest } from "../io/output/manifest.ts";
import { Refusal } from "../io/refusal.ts";
import { buildState, MEGABYTE, type Blog, type Places } from "./blog.ts";
import { buildPushed } from "./build-pushed.ts";
import { beginDraft, finishDraft, type Base } from "./draft.ts";
import { generator } from "./generator.ts";
import type { Git } from "./git.ts";
import { provideModules } from "./modules.ts";
import { checkOut } from "./pushed.ts";
import { recordOfBuild } from "./record-of.ts";
import type { ReleaseRecord } from "./release-record.ts";
import { liveRelease, newId, recordIn } from "./releases.ts";
import { bytesOf } from "./tree.ts";

/** A site as it would be published: its files are in the folder of builds, and not in a release yet. */
export interface BuiltSite {
  readonly record: ReleaseRecord;
  readonly findings: readonly Diagnostic[];
  /** What readers see. */
  readonly base: Base | undefined;
  /** Its files that are not as they were made. */
  readonly spoilt: ReadonlySet<string>;
}

/**
 * Builds a commit. Meanwhile the draft of a release is begun. Refuses what has errors, and what is beyond the limits.
 *
 * @param asOf the day that counts as today; without it, it is today
 */
export async function buildCommit(
  git: Git,
  blog: Blog,
  places: Places,
  commit: string,
  asOf?: string,
): Promise<BuiltSite> {
  refuseLargePush(bytesOf(git, commit), blog);
  checkOut(git, blog, places, commit);
  if (blog.trust === "code") await provideModules(git, blog, places, commit);
  // The build starts first: it takes the longest.
  const [built, drafted] = await Promise.allSettled([
    buildPushed(blog, places, asOf),
    draftOfLive(places),
  ]);
  if (built.status === "rejected") throw built.reason;
  if (drafted.status === "rejected") throw drafted.reason;
  const record = describe(blog, places, commit);
  return { record, findings: built.value, ...drafted.value };
}

async function draftOfLive(places: Places): Promise<Pick<BuiltSite, "base" | "spoilt">> {
  const base = baseOf(places);
  return { base, spoilt: await beginDraft(places, base) };
}

/** Makes a release of what was built; it waits for git to accept the push. Answers its id. */
export function makeRelease(places: Places, { record, base, spoilt }: BuiltSite): string {
  const id = newId(places, record.commit);
  finishDraft(places, base, spoilt, record, id);
  return id;
}

/** The release that readers see. */
export function baseOf(places: Places): Base | undefined {
  const live = liveRelease(places);
  const folder = live && join(places.releases, live);
  const record = folder && recordIn(folder);
  return record ? { folder, record } : undefined;
}

function describe(blog: Blog, places: Places, commit: string): ReleaseRecord {
  const state = buildState(places);
  const asOf = dayOfLastBuild(state);
  const files = readManifest(state)?.files;
  if (asOf === undefined || files === undefined)
    throw new Refusal("The build left no record of what it made, as Galley's builds do.");
  const builder = generator(blog.trust === "code" ? places.source : blog.site);
  const record = recordOfBuild(places.building, { commit, asOf, generator: builder }, files);
  refuseLargeRelease(bytesIn(places.building, record, files), blog);
  return record;
}

function bytesIn(folder: string, { files }: ReleaseRecord, known: Manifest["files"]): number {
  let bytes = 0;
  for (const path of files.keys()) {
    const size = known[path]?.stamp?.split(" ")[1];
    bytes += size === undefined ? lstatSync(join(folder, path)).size : Number(size);
  }
  return bytes;
}

function refuseLargePush(bytes: number, { limits }: Blog): void {
  if (bytes <= limits.pushBytes) return;
  throw new Refusal(
    `The files of this commit have ${inMegabytes(bytes)}, and this server takes ${inMegabytes(limits.pushBytes)}. Its owner can raise that:\n  galley publish init --push-mb=…`,
  );
}

function refuseLargeRelease(bytes: number, { limits }: Blog): void {
  if (bytes <= limits.releaseBytes) return;
  throw new Refusal(
    `The site has ${inMegabytes(bytes)}, and this server publishes ${inMegabytes(limits.releaseBytes)}. Its owner can raise that:\n  galley publish init --release-mb=…`,
  );
}

const inMegabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;
