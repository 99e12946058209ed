import type { Change, Diagnostic, Report } from "../../src/diagnostics/diagnostic.ts";
import type { Span } from "../../src/text/span.ts";
import { reportOf, spanOf } from "./proof.ts";

/** What was said there, and what is said here in its place; undefined where nothing is. */
type Pair = readonly [there: string | undefined, here: string | undefined];

/** A report on one passage, `there.md` as a whole, that `here.md` as a whole says with changes. */
export function changedReport(
  there: string,
  here: string,
  pairs: readonly Pair[],
  more: Partial<Diagnostic> = {},
): Report {
  const place = (text: string, part: string | undefined): Span | undefined =>
    part === undefined ? undefined : spanOf(text, part);
  const changes = pairs.map(([was, is]): Change => {
    const [before, now] = [place(there, was), place(here, is)];
    return { ...(before && { there: before }), ...(now && { here: now }) };
  });
  const related = {
    message: "said first here",
    file: "there.md",
    span: { start: 0, end: there.length },
    changes,
  };
  const diagnostic: Diagnostic = {
    code: "duplicate-passage",
    severity: "warning",
    message: "9 words said before with changes",
    file: "here.md",
    span: { start: 0, end: here.length },
    related: [related],
    data: { words: 9, similarity: 0.9, kind: "edited", fingerprint: "abcdef0123456789" },
    ...more,
  };
  return reportOf([diagnostic], { "there.md": there, "here.md": here });
}
