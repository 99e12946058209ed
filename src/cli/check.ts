import { relative, resolve } from "node:path";
import type { BuildOptions } from "../build/options.ts";
import { siteProof } from "../build/site-proof.ts";
import { hasErrors, withDiagnostics, type Report } from "../diagnostics/diagnostic.ts";
import { reporters, summaryLine, type Format } from "../diagnostics/index.ts";
import { progress } from "../eleventy/progress.ts";
import { refuseUnsafe } from "../io/output/folder.ts";
import { hasColour, shortest } from "../io/terminal.ts";
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
    process.stdout.write(
      reporters[format](report, { colour: hasColour(), root: shortest(content) }),
    );
    if (!isQuiet) console.error(gapBelow(report) + summaryLine(report.summary));
    return hasErrors(report.diagnostics) || fixing?.hasFailed ? exits.errors : exits.fine;
  },
};

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
