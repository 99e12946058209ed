import { relative, resolve } from "node:path";
import type { BuildOptions } from "../build/options.ts";
import { siteProof } from "../build/site-proof.ts";
import {
  hasErrors,
  withDiagnostics,
  type Report,
  type ReportOptions,
} from "../diagnostics/diagnostic.ts";
import { LONGEST_SUMMARY, renderGithubSummary } from "../diagnostics/github-summary.ts";
import { reporters, summaryLine, type Format } from "../diagnostics/index.ts";
import { progress } from "../eleventy/progress.ts";
import { refuseUnsafe } from "../io/output/folder.ts";
import { appearance, shortest } from "../io/terminal.ts";
import { append, folderIn, workflowIn } from "../io/workflow.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { fix, type FixWishes } from "./fix.ts";
import { asOfIn, foldersIn, prefixIn, siteHelp, siteOptions } from "./folders.ts";

export const command: Command = {
  summary: "proof the content, write nothing",
  help: `Usage: npm run check -- [options] [FILE…]

  --format=FORMAT        ${Object.keys(reporters).join(", ")}; pretty is the default
  --fix                  delete later copies of a passage from an essay, where nothing is lost with them, and
                         show what was deleted; a copy in another essay, or an edited one, is left to you
  --dry-run              show what --fix would delete, and write nothing
${siteHelp("what was published before lies in DIR, not in _site/", "the report alone, without the summary")}

pretty is for people, html one page for a browser, json for programs, sarif for code scanning and editors, github for a
workflow of GitHub's, where it also appends to the file that GITHUB_STEP_SUMMARY names.
With files, only what is found in them is reported and fixed. The report goes to standard output, the summary to standard
error. What is deleted is shown above a pretty report, and beside others on standard error. The report is of the essays
as they are then.
Exit codes: 0 no errors, 1 errors, 2 wrong usage, 70 a bug in Galley.`,
  options: {
    ...siteOptions,
    format: { type: "string", default: "pretty" },
    fix: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  takesFiles: true,

  async run(values, files) {
    const format = formatIn(values["format"]);
    const { content, output } = foldersIn(values);
    refuseUnsafe(output, content);
    const prefix = prefixIn(values);
    const asOf = asOfIn(values);
    const options: BuildOptions = {
      content,
      output,
      mode: "build",
      ...(prefix !== undefined && { prefix }),
      ...(asOf !== undefined && { asOf }),
    };
    const proofed = await siteProof({ ...options, progress: { texts: progress("texts") } });
    const wanted = filesIn(proofed.report, files, content);
    const isQuiet = values["quiet"] === true;
    const isDry = values["dry-run"] === true;
    const wishes: FixWishes = {
      content,
      isDry,
      isQuiet,
      isWanted: (file) => wanted?.has(file) ?? true,
      diffs: format === "pretty" ? process.stdout : process.stderr,
    };
    const fixing = values["fix"] === true || isDry ? await fix(proofed, wishes) : undefined;
    const { report: whole } = fixing?.isWritten ? await siteProof(options) : proofed;
    const report = onlyIn(whole, wanted);
    const reportOptions = optionsFor(format, content);
    process.stdout.write(reporters[format](report, reportOptions));
    if (format === "github") summarize(report, reportOptions);
    if (!isQuiet) console.error(gapBelow(report) + summaryLine(report.summary));
    return hasErrors(report.diagnostics) || fixing?.hasFailed ? exits.errors : exits.fine;
  },
};

/** What other programs read names files as the repository does, where a workflow says which that is. */
function optionsFor(format: Format, content: string): ReportOptions {
  const workflow = workflowIn(process.env);
  const isForRepository = format === "github" || format === "sarif";
  const folder = isForRepository ? folderIn(workflow, content) : undefined;
  return {
    ...appearance(),
    root: folder ?? shortest(content),
    // Without the folder, files of the content have no address.
    repository: folder === undefined ? undefined : workflow.repository,
  };
}

/** Tells the page of a workflow's run all that annotations have no room for. */
function summarize(report: Report, options: ReportOptions): void {
  const { summary } = workflowIn(process.env);
  if (summary === undefined) return;
  try {
    append(summary, (size) => renderGithubSummary(report, options, LONGEST_SUMMARY - size));
  } catch (error) {
    console.error(`GITHUB_STEP_SUMMARY could not be written: ${(error as Error).message}`);
  }
}

/** Where both are read on one terminal, a blank line keeps the summary from the findings. */
const gapBelow = ({ diagnostics }: Report): string =>
  diagnostics.length > 0 && process.stdout.isTTY && process.stderr.isTTY ? "\n" : "";

function formatIn(format: string | boolean | undefined): Format {
  if (typeof format === "string" && Object.hasOwn(reporters, format)) return format as Format;
  const known = Object.keys(reporters).join(", ");
  throw new UsageError(`--format=${format}: there is no such format. There are ${known}.`);
}

/** Files as they are named from the working folder, or from the content folder; all where none is named. */
const filesIn = (
  report: Report,
  files: readonly string[],
  content: string,
): ReadonlySet<string> | undefined =>
  files.length === 0 ? undefined : new Set(files.map((file) => fileIn(report, file, content)));

const onlyIn = (report: Report, wanted: ReadonlySet<string> | undefined): Report =>
  wanted
    ? withDiagnostics(
        report,
        report.diagnostics.filter(({ file }) => wanted.has(file)),
      )
    : report;

function fileIn({ sources, diagnostics }: Report, file: string, content: string): string {
  const fromHere = relative(content, resolve(file)).replaceAll("\\", "/").normalize("NFC");
  const candidates = [fromHere, file.normalize("NFC")];
  const found = candidates.find(
    (name) => sources(name) !== undefined || diagnostics.some((found) => found.file === name),
  );
  if (found !== undefined) return found;
  throw new UsageError(`${file}: there is no such file in ${content}.`);
}
