import { once } from "node:events";
import { join } from "node:path";
import type { Format, Role, Source } from "../essays/essay.ts";
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

/**
 * A look as it is handed from thread to thread: in columns, the bytes of all texts as one, the texts of a column as one
 * text. Ten thousand small things take 0.08 s longer.
 */
export interface Seen {
  readonly rest: Omit<Content, "sources">;
  readonly files: string;
  readonly roles: string;
  readonly formats: string;
  readonly hashes: string;
  readonly lengths: Uint32Array;
  readonly bytes: Uint8Array;
  /** Of the output's files, and what the file system says of them; "" where there is none. */
  readonly paths: string;
  readonly stamps: string;
}

/** No name of a file holds it. */
const BETWEEN = "\0";
const column = (texts: readonly string[]): string => texts.join(BETWEEN);
const cells = (texts: string): readonly string[] => (texts === "" ? [] : texts.split(BETWEEN));

export function seenIn(content: string, output: string): Seen {
  const { sources, ...rest } = readContent(content);
  const paths = Object.keys(readManifest(stateOf(output))?.files ?? {});
  return {
    rest,
    files: column(sources.map(({ file }) => file)),
    roles: column(sources.map(({ role }) => role)),
    formats: column(sources.map(({ format }) => format)),
    hashes: column(sources.map(({ hash }) => hash)),
    lengths: Uint32Array.from(sources, ({ bytes }) => bytes.length),
    bytes: concatenated(sources.map(({ bytes }) => bytes)),
    paths: column(paths),
    stamps: column(paths.map((path) => stampOf(join(output, path)) ?? "")),
  };
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

function lookOf({ rest, lengths, bytes, ...columns }: Seen): Look {
  const [roles, formats, hashes] = [columns.roles, columns.formats, columns.hashes].map(cells);
  let start = 0;
  const sources = cells(columns.files).map((file, i): Source => {
    const own = bytes.subarray(start, (start += lengths[i]!));
    const [role, format] = [roles![i] as Role, formats![i] as Format];
    return { file, role, format, bytes: own, hash: hashes![i]! };
  });
  const stampsThen = cells(columns.stamps);
  const stamps = new Map(cells(columns.paths).map((path, i) => [path, stampsThen[i]]));
  return { content: { ...rest, sources }, stampOf: (path) => stamps.get(path) || undefined };
}
