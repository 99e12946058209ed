import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { TOP } from "./places.ts";
import type { Proof } from "./proof.ts";

/** Essays that nothing gives a date. Pages need none. */
export const undated = ({ site }: Proof): readonly Diagnostic[] =>
  site.essays
    .filter(({ date }) => date === undefined)
    .map(({ source }) => ({
      code: "undated",
      severity: "warning",
      message: "no date: neither front matter nor file name nor git gives one",
      help: "It is listed last, and subscribers don't get it. Begin the file's name with the day (2026-02-24-title.md), write `date: 2026-02-24` in the front matter, or commit the file.",
      file: source.file,
      span: TOP,
    }));
