import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ResolvedLink } from "../site/links.ts";
import type { Proof } from "./proof.ts";

/** Links and pictures of our own that lead nowhere. */
export const brokenLinks = ({ links }: Proof): readonly Diagnostic[] => links.flatMap(broken);

function broken({ essay, link, resolution }: ResolvedLink): readonly Diagnostic[] {
  if (resolution.kind !== "broken") return [];
  const { why, nearest } = resolution;
  const isImage = link.kind === "image";
  const hint = nearest === undefined ? "" : `; the nearest is ${nearest}`;
  return [
    {
      code: isImage ? "broken-image" : "broken-link",
      severity: "error",
      message: isImage
        ? `the picture ${link.target} can't be shown: ${why}${hint}`
        : `the link to ${link.target} leads nowhere: ${why}${hint}`,
      help: isImage ? pictureHelp : linkHelp,
      file: essay.source.file,
      span: link.span,
      ...(nearest !== undefined && { data: { target: link.target, nearest } }),
    },
  ];
}

const linkHelp =
  "Readers who follow it would find a missing page. Link to another essay by its file, from this one's folder: other-essay.md, or other-essay.md#part.";
const pictureHelp =
  "Readers would see an empty frame. Put the picture beside the essay and name it from there: photo.jpg.";
