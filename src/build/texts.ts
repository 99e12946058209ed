import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inFile } from "../diagnostics/diagnostic.ts";
import type { Essay, Manuscript, Source } from "../essays/essay.ts";
import { essayOf } from "../essays/infer.ts";
import { historyOf, type History } from "../io/git.ts";
import type { Settings } from "../settings/settings.ts";
import { aliasFindings } from "../site/aliases.ts";
import type { Memory } from "./memory.ts";
import { findingsOf, type Read } from "./reading.ts";

/** The writer's texts with everything inferred that they do not say. */
export interface Texts {
  readonly essays: readonly Essay[];
  readonly findings: readonly Diagnostic[];
  /** Whether git was asked when something was written. */
  readonly isOfGit: boolean;
}

interface Circumstances {
  readonly settings: Settings;
  readonly asOf: string;
  readonly content: string;
}

/** Infers titles, dates and addresses. Git is asked only when an essay says nowhere when it was written. */
export function textsOf(
  reads: readonly Read[],
  { settings, asOf, content }: Circumstances,
  { state, essays: known }: Memory,
): Texts {
  const findings: Diagnostic[] = [];
  let history: History | undefined;

  function firstCommit(file: string): string | undefined {
    history ??= historyOf(content, settings.timeZone, state);
    if (history.kind === "shallow") findings.push(shallow(file));
    return history.kind === "known" ? history.dayOf(file) : undefined;
  }

  const context = JSON.stringify([settings, asOf]);

  /** What git says may change without the text. */
  function inferredFrom(source: Source, manuscript: Manuscript): ReturnType<typeof essayOf> {
    const last = known.get(source);
    if (last?.context === context && last.manuscript === manuscript) return last;
    const result = essayOf(source, manuscript, { settings, asOf, firstCommit });
    if (!history) known.set(source, { ...result, context, manuscript });
    return result;
  }

  const essays = reads.flatMap((read) => {
    for (const finding of findingsOf(read)) findings.push(finding);
    const { source, reading } = read;
    if (!reading.manuscript) return [];
    const { essay, findings: inferred } = inferredFrom(source, reading.manuscript);
    for (const finding of [...inferred, ...aliasFindings(essay)]) {
      findings.push(inFile(source.file, finding));
    }
    return [essay];
  });
  return { essays, findings, isOfGit: history !== undefined };
}

const shallow = (file: string): Diagnostic => ({
  code: "invalid-date",
  severity: "error",
  file,
  message:
    "the essay's date would be that of its first commit, which this shallow clone does not hold",
  help: "Fetch the whole history (git fetch --unshallow), or write the date into the front matter or the file's name.",
  span: { start: 0, end: 0 },
});
