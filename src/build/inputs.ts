import { hash } from "node:crypto";
import { readContent, type Content } from "../io/content.ts";
import { readPublic, type PublicFile } from "../io/public.ts";
import { PUBLIC } from "../io/root.ts";
import type { BuildOptions } from "./options.ts";

/** One hash of all that a writer can edit: the names and bytes of `content/` and `public/`. */
export function inputsDigest(content: Content, files: readonly PublicFile[]): string {
  const named = [...content.sources, ...content.pictures, ...files];
  return hash(
    "sha1",
    JSON.stringify([
      named.map((file) => [file.file, file.hash]),
      content.settings ? hash("sha1", content.settings) : "",
      content.findings.map(({ file }) => file),
    ]),
  );
}

/** The same, of what lies there now. */
export const inputsNow = ({ content, publicFolder = PUBLIC }: BuildOptions): string =>
  inputsDigest(readContent(content), readPublic(publicFolder).files);
