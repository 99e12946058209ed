import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inFile } from "../diagnostics/diagnostic.ts";
import type { Essay } from "../essays/essay.ts";
import { essayOf } from "../essays/infer.ts";
import { historyOf, type History } from "../io/git.ts";
import type { Settings } from "../settings/settings.ts";
import { aliasFindings } from "../site/aliases.ts";
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
  readonly state: string;
}

/** Infers titles, dates and addresses. Git is asked only when an essay says nowhere when it was written. */
export function textsOf(reads: readonly Read[], circumstances: Circumstances): Texts {
  const { settings, asOf, content, state } = circumstances;
  const findings: Diagnostic[] = [];
  let history: History | undefined;

  function firstCommit(file: string): string | undefined {
    history ??= historyOf(content, settings.timeZone, state);
    if (history.kind === "shallow") findings.push(shallow(file));
    return history.kind === "known" ? history.dayOf(file) : undefined;
  }

  const essays = reads.flatMap((read) => {
    findings.push(...findingsOf(read));
    const { source, reading } = read;
    if (!reading.manuscript) return [];
    const context = { settings, asOf, firstCommit };
    const { essay, findings: inferred } = essayOf(source, reading.manuscript, context);
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
