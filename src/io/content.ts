import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Format, Role, Source } from "../essays/essay.ts";
import { hashOf, readHead } from "./files.ts";
import { isPictureName, readPicture, type PictureFile } from "./picture-files.ts";
import { settledStampOf } from "./stamp.ts";
import { oddities, unexpected } from "./unexpected.ts";
import { filesBelow, isHidden, isLitter, type Entry } from "./walk.ts";

/** All of a content folder, read and hashed. */
export interface Content {
  readonly sources: readonly Source[];
  readonly pictures: readonly PictureFile[];
  /** The bytes of `site.yaml`. */
  readonly settings?: Uint8Array;
  readonly findings: readonly Diagnostic[];
}

export const SETTINGS = "site.yaml";

/** One byte more than an essay may have is enough to know that it has too many. */
export const MOST_BYTES = 1024 * 1024 + 1;

/** Texts that were read before, by their paths, with what the file system said of them then. */
export type KnownTexts = Map<string, { readonly stamp: string; readonly source: Source }>;

/**
 * Reads the content folder; a missing one is an empty blog.
 *
 * @param known what the same process read before: such a text is taken from there, unless it was written to since
 */
export function readContent(folder: string, known?: KnownTexts): Content {
  const sources: Source[] = [];
  const pictures: PictureFile[] = [];
  const findings: Diagnostic[] = [];
  let settings: Uint8Array | undefined;
  for (const entry of filesBelow(folder, (name) => isHidden(name) || isLitter(name))) {
    const place = placeOf(entry);
    switch (place.kind) {
      case "settings":
        settings = readHead(entry.path, MOST_BYTES);
        break;
      case "text":
        sources.push(...sourceAt(entry, place, known));
        break;
      case "picture": {
        const picture = readPicture(entry);
        if (picture && "code" in picture) findings.push(picture);
        else if (picture) pictures.push(picture);
        break;
      }
      case "unexpected":
        findings.push(unexpected(entry.file, place.why));
    }
  }
  return { sources, pictures, findings, ...(settings && { settings }) };
}

type Place =
  | { readonly kind: "settings" }
  | { readonly kind: "picture" }
  | { readonly kind: "text"; readonly role: Role; readonly format: Format }
  | { readonly kind: "unexpected"; readonly why: string };

const roles: Readonly<Record<string, Role>> = {
  essays: "essay",
  pages: "page",
  tags: "description",
};

/** What a file is for, by its folder and ending. */
function placeOf({ file, kind }: Entry): Place {
  if (kind !== "file") return no(oddities[kind]);
  if (file === SETTINGS) return { kind: "settings" };
  const [folder = "", ...rest] = file.split("/");
  const role = rest.length > 0 ? roles[folder] : undefined;
  if (!role) return no("content holds site.yaml and the folders essays, pages and tags");
  const format = formatOf(file);
  if (format && role === "essay") return { kind: "text", role, format };
  if (format === "md" && rest.length === 1) return { kind: "text", role, format };
  if (format)
    return no(`the folder ${folder} holds .md files, none of them in folders of their own`);
  if (isPictureName(file) && role !== "description") return { kind: "picture" };
  return no("essays are .md or .txt, pictures are png, jpg, gif, webp or avif");
}

const no = (why: string): Place => ({ kind: "unexpected", why });

function formatOf(file: string): Format | undefined {
  const ending = /\.(md|txt)$/i.exec(file)?.[1]?.toLowerCase();
  return ending as Format | undefined;
}

function sourceAt(
  entry: Entry,
  place: { role: Role; format: Format },
  known: KnownTexts | undefined,
): readonly Source[] {
  if (!known) return readSource(entry, place);
  const stamp = settledStampOf(entry.path);
  const last = known.get(entry.path);
  if (stamp !== undefined && last?.stamp === stamp) return [last.source];
  const read = readSource(entry, place);
  for (const source of read) if (stamp !== undefined) known.set(entry.path, { stamp, source });
  return read;
}

function readSource(
  { file, path }: Entry,
  { role, format }: { role: Role; format: Format },
): readonly Source[] {
  const bytes = readHead(path, MOST_BYTES);
  return bytes ? [sourceOf(file, role, format, bytes)] : [];
}

/** A text as it is read from the content folder. */
export const sourceOf = (file: string, role: Role, format: Format, bytes: Uint8Array): Source => ({
  file,
  role,
  format,
  bytes,
  hash: `${format}-${hashOf(bytes)}`,
});

/** Where a text of the content folder lies now; undefined where it is gone, or is a symlink by now. */
export const pathOfText = (folder: string, file: string): string | undefined =>
  filesBelow(folder, (name) => isHidden(name) || isLitter(name)).find(
    (entry) => entry.file === file && entry.kind === "file",
  )?.path;
