import { hash } from "node:crypto";
import type { CodeFingerprint } from "../io/code.ts";
import type { KnownTexts } from "../io/content.ts";
import { look, type Look } from "../io/look.ts";
import { readPublic } from "../io/public.ts";
import { PUBLIC } from "../io/root.ts";
import type { BuildOptions } from "./options.ts";

/** All that a build reads, as it lay there at one moment. */
export interface Inputs extends Look {
  readonly publicFiles: ReturnType<typeof readPublic>;
}

/** @param known see `readContent` */
export async function inputsOf(
  { content, output, publicFolder = PUBLIC }: BuildOptions,
  known?: KnownTexts,
): Promise<Inputs> {
  return { ...(await look(content, output, known)), publicFiles: readPublic(publicFolder) };
}

/** Hashes of what a build is made of. */
export interface Digests {
  /** Two builds with one such digest, on one day, make the same site and report, unless git was asked for dates. */
  readonly whole: string;
  /** Of all but the bytes of the texts. */
  readonly frame: string;
}

export function digestsOf(
  { content, publicFiles }: Inputs,
  { mode, prefix }: BuildOptions,
  code: CodeFingerprint,
): Digests {
  const { sources, pictures, settings, findings } = content;
  const frame = digest([
    code.all,
    mode,
    prefix ?? "",
    settings ? hash("sha1", settings) : "",
    sources.map(({ file }) => file),
    [...pictures, ...publicFiles.files].map(({ file, hash }) => [file, hash]),
    [...findings, ...publicFiles.findings],
  ]);
  return { frame, whole: digest([frame, sources.map(({ hash }) => hash)]) };
}

const digest = (made: readonly unknown[]): string => hash("sha1", JSON.stringify(made));
