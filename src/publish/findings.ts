import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Code, Severity } from "../diagnostics/codes.ts";
import { countsOf, type Diagnostic, type Report } from "../diagnostics/diagnostic.ts";
import { reporters } from "../diagnostics/index.ts";
import { counted } from "../diagnostics/summary.ts";
import { isMissing, readJson } from "../io/files.ts";
import type { Range } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { say, WIDTH } from "./say.ts";

/** As many as somebody reads who wants to see an essay go live. */
const MOST_SHOWN = 12;

interface JsonPlace {
  readonly message: string;
  readonly file: string;
  readonly range: Range & { readonly start: { offset: number }; readonly end: { offset: number } };
}

interface JsonFinding extends JsonPlace {
  readonly code: Code;
  readonly severity: Severity;
  readonly help?: string;
  readonly related: readonly JsonPlace[];
}

/** What a build found, as it wrote it down; undefined where it came to no report. */
export function findingsIn(report: string): readonly Diagnostic[] | undefined {
  const found = readJson(report, () => undefined) as { diagnostics: JsonFinding[] } | undefined;
  return found?.diagnostics.map(({ range, related, ...rest }) => ({
    ...rest,
    span: spanOf(range),
    related: related.map(({ range, ...place }) => ({ ...place, span: spanOf(range) })),
  }));
}

const spanOf = ({ start, end }: JsonPlace["range"]): Span => ({
  start: start.offset,
  end: end.offset,
});

export const errorsIn = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.filter(({ severity }) => severity === "error");

/**
 * Says findings as `check` does, with the lines that they are about.
 *
 * @param folder where `content/` and `public/` are
 * @param left how many are not shown, and why
 */
export function sayFindings(
  findings: readonly Diagnostic[],
  folder: string,
  left: { readonly count: number; readonly where: string } = { count: 0, where: "" },
): void {
  const shown = findings.slice(0, MOST_SHOWN);
  const report: Report = {
    summary: { essays: 0, words: 0, ...countsOf(shown) },
    diagnostics: shown,
    sources: (file) => textOf(folder, file),
  };
  const options = { colour: false, root: "content", width: WIDTH };
  const text = reporters.pretty(report, options).trimEnd();
  if (text !== "") for (const line of ["", ...text.split("\n"), ""]) say(line);
  const rest = findings.length - shown.length;
  if (rest > 0) say(`and ${counted(rest, "finding")} more`);
  if (left.count > 0) say(`${counted(left.count, "finding")} ${left.where}`);
}

/** Findings name files from the content folder, and those of `public/` with that name. */
function textOf(folder: string, file: string): string | undefined {
  const path = file.startsWith("public/") ? file : join("content", file);
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, path)));
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === "EISDIR") return undefined;
    throw error;
  }
}
