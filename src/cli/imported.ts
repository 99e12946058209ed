import { countsOf } from "../diagnostics/diagnostic.ts";
import { reporters } from "../diagnostics/index.ts";
import { counted } from "../diagnostics/summary.ts";
import { visible } from "../diagnostics/visible.ts";
import { appearance, shortest } from "../io/terminal.ts";
import { tagsText } from "../writing/draft.ts";
import type { Imported } from "../writing/import.ts";
import type { Draft, Rejection } from "../writing/paste.ts";

/** What became of a text: the path, what was inferred, and what the proof says of it. */
export function importedText(
  { draft, path, findings, sources }: Imported,
  content: string,
  isDry: boolean,
): string {
  const report = {
    summary: { essays: 1, words: draft.essay.manuscript.words, ...countsOf(findings) },
    diagnostics: findings,
    sources,
  };
  const said = reporters.pretty(report, { ...appearance(), root: shortest(content) });
  const lines = [
    shortest(path),
    ...factsOf(draft).map(([what, fact]) => `  ${what.padEnd(LONGEST)}  ${fact}`),
    ...(isDry ? ["  Nothing was written: --dry-run."] : []),
  ];
  return `${lines.join("\n")}\n\n${said === "" ? "" : `${said}\n`}`;
}

const LONGEST = "address".length;

function factsOf({
  essay,
  titleFrom,
  dateFrom,
  joined,
  paste,
}: Draft): readonly [string, string][] {
  const { title, slug, date, manuscript } = essay;
  const facts: (readonly [string, string] | undefined)[] = [
    ["title", `${visible(title)} (${titleFrom})`],
    paste.inPlace === undefined ? ["date", `${date?.day ?? "none"} (${dateFrom})`] : undefined,
    ["tags", visible(tagsText(essay)) || "none"],
    ["words", `${manuscript.words}`],
    ["address", `/essays/${slug}/`],
    joined === undefined ? undefined : ["lines", joinedText(joined)],
  ];
  return facts.filter((fact) => fact !== undefined).map(([what, fact]) => [what, fact]);
}

const joinedText = (joined: number): string =>
  joined === 0
    ? "as they were: none goes on in the next"
    : `${counted(joined, "line")} joined to the one above`;

/** Why a text was not imported: in one line, or as findings in it. */
export function rejectionText({ name, message, findings, text }: Rejection): string {
  if (findings.length === 0)
    return `${visible(name)}: ${visible(message ?? "")}. It was not imported.\n`;
  const report = {
    summary: { essays: 0, words: 0, ...countsOf(findings) },
    diagnostics: findings,
    sources: () => text,
  };
  return `${reporters.pretty(report, { colour: false, root: "" })}\n`;
}
