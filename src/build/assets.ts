import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isPictureName } from "../io/picture-files.ts";
import { measured, type MeasuredPicture } from "../io/pictures.ts";
import { publicPictures, type PublicFile } from "../io/public.ts";
import { whyUnexpected } from "../io/unexpected.ts";
import type { Settings } from "../settings/settings.ts";
import type { Output } from "../site/site.ts";
import type { Inputs } from "./inputs.ts";

/** A file that is published as it lies there. */
export interface Copy extends Output {
  readonly from: string;
  readonly fingerprint: string;
}

/** What is published besides pages. */
export interface Assets {
  /** All of `public/` that the site needs. */
  readonly copies: readonly Copy[];
  /** Pictures that texts can show, by their `file`. */
  readonly pictures: ReadonlyMap<string, MeasuredPicture>;
  /** Why others can't be shown, by theirs. */
  readonly damaged: ReadonlyMap<string, string>;
  readonly findings: readonly Diagnostic[];
}

/** What the search page alone asks for, of the files of `public/`. */
const OF_SEARCH = new Set(["search.css", "search.js"]);

export async function assetsOf(
  { content, publicFiles: { files, findings } }: Inputs,
  { search }: Pick<Settings, "search">,
  state: string,
): Promise<Assets> {
  const found = await measured([...content.pictures, ...publicPictures(files)], state);
  return {
    copies: publicCopies(search ? files : files.filter(({ file }) => !OF_SEARCH.has(file))),
    pictures: new Map(found.pictures.map((picture) => [picture.file, picture])),
    damaged: damagedIn([...content.findings, ...found.findings]),
    findings: [...findings, ...found.findings],
  };
}

const damagedIn = (findings: readonly Diagnostic[]): Assets["damaged"] =>
  new Map(
    findings
      .filter(({ code, file }) => code === "unexpected-file" && isPictureName(file))
      .map((finding) => [finding.file, whyUnexpected(finding)]),
  );

const publicCopies = (files: readonly PublicFile[]): readonly Copy[] =>
  files.map(({ file, path, hash }) => ({
    path: file,
    what: "a file of public/",
    file: `public/${file}`,
    from: path,
    fingerprint: hash,
  }));
