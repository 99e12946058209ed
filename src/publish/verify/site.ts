import { createHash } from "node:crypto";
import type { Counting } from "../../io/counting.ts";
import { Refusal } from "../../io/refusal.ts";
import { sideBySide } from "../../io/side-by-side.ts";
import { addressOf, RECORD_FILE } from "../paths.ts";
import { readRecord, textOf, type ReleaseRecord } from "../release-record.ts";
import type { Difference, Verified } from "./difference.ts";
import { ask, type Answer } from "./fetch.ts";

/** A record of 500,000 files. */
const LONGEST_RECORD = 64 * 1024 * 1024;
/** What a site holds are texts and pictures; who sends more sends something else. */
const LARGEST_FILE = 1024 * 1024 * 1024;
/** Browsers ask so many at a time, and servers are used to it. */
const AT_A_TIME = 6;
/** Where so many questions stay without an answer it is the network, not the site. */
const MOST_SILENCES = 10;

/** What a web server says when it is asked for the record of a site, word for word. @param patience see `ask` */
export async function recordFrom(
  root: string,
  patience?: number,
): Promise<{ readonly answer: Answer; readonly text: string }> {
  const parts: Uint8Array[] = [];
  const answer = await ask(
    root + RECORD_FILE,
    LONGEST_RECORD,
    (bytes) => parts.push(bytes),
    patience,
  );
  return { answer, text: Buffer.concat(parts).toString("utf8") };
}

/**
 * The record that a web server hands out.
 *
 * @param root the address of the site, with a slash at the end
 */
export async function recordAt(root: string): Promise<ReleaseRecord> {
  const address = root + RECORD_FILE;
  const { answer, text } = await recordFrom(root);
  if (answer.kind === "found") return readRecord(text, address);
  if (answer.kind === "missing")
    throw new Refusal(
      `There is no ${address} to compare with. Is this the address of the whole site, its path included? Releases have had a record since Galley knows galley publish.`,
    );
  throw new Refusal(`${address} cannot be read: ${answer.why}.`);
}

/**
 * Compares what a web server hands out with a record. Files that the record does not know cannot be seen from outside.
 *
 * @param root the address of the site, with a slash at the end
 */
export async function verifySite(
  root: string,
  record: ReleaseRecord,
  progress: Counting,
): Promise<Verified> {
  const unasked = [...record.files.keys()].filter(isKeptByServers);
  const asked = [...record.files].filter(([path]) => !isKeptByServers(path));
  let silences = 0;
  async function verified([path, hash]: readonly [string, string]): Promise<readonly Told[]> {
    const difference = await compared(root, path, hash);
    progress.advance(1);
    if (difference?.silent) silences++;
    // Whoever asks beside this one is to stop, too.
    if (silences > MOST_SILENCES) throw new Refusal(`${root} does not answer any more.`);
    return difference ? [difference] : [];
  }
  progress.expect(asked.length);
  const found = await sideBySide(asked, verified, AT_A_TIME).finally(progress.end);
  const differences = found.flat();
  if (differences.length > 0) await refuseNewer(root, record);
  return { differences, compared: asked.length, unasked };
}

/** Files for a host, not for readers: hidden ones but `.well-known`, and the settings that some hosts take from a site. */
const isKeptByServers = (path: string): boolean =>
  /(?:^|\/)\.(?!well-known\/)/.test(path) || /^_(?:headers|redirects)$/.test(path);

interface Told extends Difference {
  /** There was no answer at all. */
  readonly silent?: boolean;
}

async function compared(root: string, path: string, hash: string): Promise<Told | undefined> {
  const address = addressOf(path, root);
  let answer: Answer = { kind: "missing" };
  // A connection may break off once.
  for (let attempt = 0; attempt < 2; attempt++) {
    const sum = createHash("sha256");
    answer = await ask(address, LARGEST_FILE, (bytes) => sum.update(bytes));
    if (answer.kind === "found")
      return sum.digest("hex") === hash ? undefined : { kind: "differs", path };
    if (answer.kind !== "silence") break;
  }
  if (answer.kind === "missing") return { kind: "missing", path };
  const silent = answer.kind === "silence";
  return { kind: "unreadable", path, why: (answer as { readonly why: string }).why, silent };
}

/** Files of two releases were compared where the site was published meanwhile: that shows nothing. */
async function refuseNewer(root: string, record: ReleaseRecord): Promise<void> {
  const now = await recordAt(root);
  if (textOf(now) === textOf(record)) return;
  throw new Refusal(`${root} was published anew meanwhile. Verify it once more.`);
}
