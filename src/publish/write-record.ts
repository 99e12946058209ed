import { join } from "node:path";
import { dayOfLastBuild } from "../build/record.ts";
import { writeWhole } from "../io/files.ts";
import { commitNamed } from "../io/git.ts";
import { stateOf } from "../io/output/folder.ts";
import { recover } from "../io/output/journal.ts";
import { lock } from "../io/output/lock.ts";
import { readManifest } from "../io/output/manifest.ts";
import { Refusal } from "../io/refusal.ts";
import { ROOT } from "../io/root.ts";
import { RECORD_FILE } from "./paths.ts";
import { recordOf, type About } from "./record-of.ts";
import { textOf, type ReleaseRecord } from "./release-record.ts";

/** Writes the record of the site that the last build into a folder left. Refuses a folder that Galley did not fill. */
export async function writeReleaseRecord(
  output: string,
  given: { readonly commit: string; readonly asOf?: string },
): Promise<{ readonly path: string; readonly record: ReleaseRecord }> {
  const state = stateOf(output);
  refuseUnknown(output, state);
  const { release } = await lock(state);
  try {
    recover(state);
    const about = { commit: commitOf(given.commit), asOf: dayOf(state, given.asOf) };
    return write(output, about, readManifest(state)?.files);
  } finally {
    release();
  }
}

function write(output: string, about: About, known: Parameters<typeof recordOf>[2]) {
  const record = recordOf(output, about, known);
  const path = join(output, RECORD_FILE);
  writeWhole(path, textOf(record));
  return { path, record };
}

function refuseUnknown(output: string, state: string): void {
  if (readManifest(state)) return;
  throw new Refusal(
    `${output} holds no site that Galley built: what it builds is known by .galley. Build it first: npm run build.`,
  );
}

const FULL_NAME = /^(?:[\da-f]{40}|[\da-f]{64})$/;

function commitOf(name: string): string {
  const commit = commitNamed(name, ROOT) ?? (FULL_NAME.test(name) ? name : undefined);
  if (commit !== undefined) return commit;
  throw new Refusal(
    name === "HEAD"
      ? "There is no commit here to name in the record. Commit first, or say with --commit=… what the site was built of."
      : `Git knows no commit "${name}" here. Without git, --commit takes the full name: 40 hexadecimal digits.`,
  );
}

/** A record with another day than that of the build would be one that nobody can build again. */
function dayOf(state: string, given: string | undefined): string {
  const built = dayOfLastBuild(state);
  const day = given ?? built;
  if (day === undefined) {
    throw new Refusal(
      "It is not known which day the build counted as today. Say it: --as-of=YYYY-MM-DD.",
    );
  }
  if (built === undefined || day === built) return day;
  throw new Refusal(
    `The site was built with ${built} as today, not ${day}. Build it anew with --as-of=${day}, or leave --as-of out here.`,
  );
}
