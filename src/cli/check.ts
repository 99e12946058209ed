import { relative, resolve } from "node:path";
import { memoryIn } from "../build/memory.ts";
import { inputsOf } from "../build/inputs.ts";
import type { BuildOptions } from "../build/options.ts";
import { proof } from "../build/proof.ts";
import { readSite } from "../build/read-site.ts";
import {
  hasErrors,
  withDiagnostics,
  type Report,
  type ReportOptions,
} from "../diagnostics/diagnostic.ts";
import { LONGEST_SUMMARY, renderGithubSummary } from "../diagnostics/github-summary.ts";
import { reporters, summaryLine, type Format } from "../diagnostics/index.ts";
import { progress } from "../eleventy/progress.ts";
import { codeFingerprint } from "../io/code.ts";
import { refuseUnsafe, stateOf } from "../io/output/folder.ts";
import { readManifest } from "../io/output/manifest.ts";
import { hasColour, shortest } from "../io/terminal.ts";
import { append, folderIn, workflowIn } from "../io/workflow.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { asOfIn, foldersIn, prefixIn, siteHelp, siteOptions } from "./folders.ts";

export const command: Command = {
  summary: "proof the content, write nothing",
  help: `Usage: npm run check -- [options] [FILE…]

  --format=FORMAT        ${Object.keys(reporters).join(", ")}; pretty is the default
${siteHelp("what was published before lies in DIR, not in _site/", "the report alone, without the summary")}

pretty is for people, html one page for a browser, json for programs, sarif for code scanning and editors, github for a
workflow of GitHub's, where it also appends to the file that GITHUB_STEP_SUMMARY names.
With files, only what is found in them is reported. The report goes to standard output, the summary to standard error.
Exit codes: 0 no errors, 1 errors, 2 wrong usage, 70 a bug in Galley.`,
  options: { ...siteOptions, format: { type: "string", default: "pretty" } },
  takesFiles: true,

  async run(values, files) {
    const format = formatIn(values["format"]);
    const { content, output } = foldersIn(values);
    refuseUnsafe(output, content);
    const prefix = prefixIn(values);
    const asOf = asOfIn(values);
    const whole = await proofed({
      content,
      output,
      mode: "build",
      progress: { texts: progress("texts") },
      ...(prefix !== undefined && { prefix }),
      ...(asOf !== undefined && { asOf }),
    });
    const report = files.length === 0 ? whole : onlyIn(whole, files, content);
    const options = optionsFor(format, content);
    process.stdout.write(reporters[format](report, options));
    if (format === "github") summarize(report, options);
    if (values["quiet"] !== true) console.error(gapBelow(report) + summaryLine(report.summary));
    return hasErrors(report.diagnostics) ? exits.errors : exits.fine;
  },
};

/** What other programs read names files as the repository does, where a workflow says which that is. */
function optionsFor(format: Format, content: string): ReportOptions {
  const workflow = workflowIn(process.env);
  const isForRepository = format === "github" || format === "sarif";
  const folder = isForRepository ? folderIn(workflow, content) : undefined;
  return {
    colour: hasColour(),
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

/** What is known of earlier builds into the output folder is used, and left as it is. */
async function proofed(options: BuildOptions): Promise<Report> {
  const state = stateOf(options.output);
  const memory = memoryIn(state, codeFingerprint().reading);
  const published = readManifest(state)?.published ?? {};
  const read = await readSite(await inputsOf(options), options, memory);
  return proof(read, published).report;
}

/** The findings in some files: given from the working folder, or from the content folder. */
function onlyIn(report: Report, files: readonly string[], content: string): Report {
  const wanted = new Set(files.map((file) => fileIn(report, file, content)));
  return withDiagnostics(
    report,
    report.diagnostics.filter(({ file }) => wanted.has(file)),
  );
}

function fileIn({ sources, diagnostics }: Report, file: string, content: string): string {
  const fromHere = relative(content, resolve(file)).replaceAll("\\", "/").normalize("NFC");
  const candidates = [fromHere, file.normalize("NFC")];
  const found = candidates.find(
    (name) => sources(name) !== undefined || diagnostics.some((found) => found.file === name),
  );
  if (found !== undefined) return found;
  throw new UsageError(`${file}: there is no such file in ${content}.`);
}
