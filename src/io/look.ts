import { once } from "node:events";
import { join } from "node:path";
import { readContent, type Content, type KnownTexts } from "./content.ts";
import { stateOf } from "./output/folder.ts";
import { readManifest } from "./output/manifest.ts";
import { stampOf } from "./stamp.ts";
import { startThread } from "./thread.ts";

/** What lies in the folders that a build reads and writes. */
export interface Look {
  readonly content: Content;
  /** What the file system says of a file of the output, by its path there; undefined where there is none. */
  stampOf(path: string): string | undefined;
}

const looks = new Map<string, Promise<Look>>();
const keyOf = (content: string, output: string): string => `${content}\0${output}`;

/** Looks in a second thread, while this one loads what else a build needs. The next `look` gets what was seen. */
export function lookAhead(content: string, output: string): void {
  const thread = startThread("src/io/looking-thread.ts", { content, output });
  const looked = once(thread, "message").then(([seen]) => lookOf(seen as Seen));
  // Whatever fails will fail again, and say why, when it is looked for here.
  looked.catch(() => {});
  looks.set(keyOf(content, output), looked);
}

/** Makes the next look a new one: the folders are no longer what they were. */
export function lookAfresh(content: string, output: string): void {
  looks.delete(keyOf(content, output));
}

/**
 * Every look is at the files themselves, and is given once.
 *
 * @param known see `readContent`
 */
export async function look(content: string, output: string, known?: KnownTexts): Promise<Look> {
  const key = keyOf(content, output);
  const looked = await looks.get(key)?.catch(() => undefined);
  looks.delete(key);
  if (looked) return looked;
  return { content: readContent(content, known), stampOf: (path) => stampOf(join(output, path)) };
}

/** A look as it is handed from thread to thread: the bytes of all texts as one, since many are slow to hand over. */
export interface Seen {
  readonly content: Content;
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
  readonly stamps: ReadonlyMap<string, string | undefined>;
}

export function seenIn(content: string, output: string): Seen {
  const { sources, ...rest } = readContent(content);
  const paths = Object.keys(readManifest(stateOf(output))?.files ?? {});
  return {
    content: { ...rest, sources: sources.map((source) => ({ ...source, bytes: NONE })) },
    bytes: concatenated(sources.map(({ bytes }) => bytes)),
    lengths: sources.map(({ bytes }) => bytes.length),
    stamps: new Map(paths.map((path) => [path, stampOf(join(output, path))])),
  };
}

const NONE = new Uint8Array();

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

function lookOf({ content, bytes, lengths, stamps }: Seen): Look {
  let start = 0;
  const sources = content.sources.map((source, i) => {
    const end = start + lengths[i]!;
    const own = bytes.subarray(start, end);
    start = end;
    return { ...source, bytes: own };
  });
  return { content: { ...content, sources }, stampOf: (path) => stamps.get(path) };
}
