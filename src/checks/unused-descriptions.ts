import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Descriptions of tags that no essay has. */
export const unusedDescriptions = ({ site }: Proof): readonly Diagnostic[] =>
  site.unusedDescriptions.map(({ source }) => ({
    code: "unused-description",
    severity: "warning",
    message: "this describes no tag: no essay has one with this slug",
    help: "Nobody gets to read it. Name the file like the last part of the tag's address: tags/field-notes.md describes /tags/field-notes/.",
    file: source.file,
    span: TOP,
  }));
