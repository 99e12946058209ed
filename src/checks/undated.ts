import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import { fileNameOf } from "../essays/file-name.ts";
import { TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Essays that nothing gives a date; a wrong one is told of where it stands. Pages need none. */
export const undated = ({ site }: Proof): readonly Diagnostic[] =>
  site.essays
    .filter((essay) => essay.date === undefined && !isGivenOne(essay))
    .map(({ source }) => ({
      code: "undated",
      severity: "warning",
      message: "no date: neither front matter nor file name nor git gives one",
      help: "It is listed last, and subscribers don't get it. Begin the file's name with the day (2026-02-24-title.md), write `date: 2026-02-24` in the front matter, or commit the file.",
      file: source.file,
      span: TOP,
    }));

const isGivenOne = ({ source, manuscript }: Essay): boolean =>
  manuscript.frontMatter.date !== undefined || fileNameOf(source).day !== undefined;
