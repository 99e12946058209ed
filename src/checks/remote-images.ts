import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Proof } from "./proof.ts";

/** Pictures of other sites. */
export const remoteImages = ({ links }: Proof): readonly Diagnostic[] =>
  links
    .filter(({ resolution }) => resolution.kind === "remote-image")
    .map(({ essay, link }) => ({
      code: "remote-image",
      severity: "warning",
      message: `the picture ${link.target} lies on another site, so it is shown as a link`,
      help: "To show it, every reader's browser would have to call that site, which then knows who reads what. Save the picture beside the essay and name it from there: photo.jpg.",
      file: essay.source.file,
      span: link.span,
    }));
