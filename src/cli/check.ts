import { relative, resolve } from "node:path";
import { memoryIn } from "../build/memory.ts";
import { inputsOf } from "../build/inputs.ts";
import type { BuildOptions } from "../build/options.ts";
import { proof } from "../build/proof.ts";
import { readSite } from "../build/read-site.ts";
import { hasErrors, withDiagnostics, type Report } from "../diagnostics/diagnostic.ts";
import { reporters, summaryLine, type Format } from "../diagnostics/index.ts";
import { progress } from "../eleventy/progress.ts";
import { codeFingerprint } from "../io/code.ts";
import { refuseUnsafe, stateOf } from "../io/output/folder.ts";
import { readManifest } from "../io/output/manifest.ts";
import { hasColour, shortest } from "../io/terminal.ts";
import { exits, UsageError, type Command } from "./command.ts";
import { asOfIn, foldersIn, prefixIn, siteHelp, siteOptions } from "./folders.ts";

export const command: Command = {
  summary: "proof the content, write nothing",
  help: `Usage: npm run check -- [options] [FILE…]

  --format=FORMAT        ${Object.keys(reporters).join(", ")}; pretty is the default
${siteHelp("what was published before lies in DIR, not in _site/", "the report alone, without the summary")}

With files, only what is found in them is reported. The report goes to standard output, the summary to standard error.
Exit codes: 0 no errors, 1 errors, 2 wrong usage, 70 a bug in Galley.`,
  options: { ...siteOptions, format: { type: "string", default: "pretty" } },
  takesFiles: true,

  async run(values, files) {
    const render = reporters[formatIn(values["format"])];
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
    process.stdout.write(render(report, { colour: hasColour(), root: shortest(content) }));
    if (values["quiet"] !== true) console.error(gapBelow(report) + summaryLine(report.summary));
    return hasErrors(report.diagnostics) ? exits.errors : exits.fine;
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
