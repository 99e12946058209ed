import type { Severity } from "./codes.ts";
import type { Diagnostic, Report, ReportOptions } from "./diagnostic.ts";
import { pathOf, placesIn, type Places } from "./places.ts";
import { counted } from "./summary.ts";
import { toldChanges } from "./told-changes.ts";
import { visible } from "./visible.ts";

/** GitHub shows no more annotations of one kind for a step. */
const MOST_OF_A_KIND = 10;
/** GitHub takes 64 KiB; nobody reads that much beside a line. */
const LONGEST_MESSAGE = 4000;
const MOST_RELATED = 5;

const commands = { error: "error", warning: "warning", note: "notice" } as const;
const severities: readonly Severity[] = ["error", "warning", "note"];

/** Workflow commands that make GitHub show the findings beside the lines they are about, the worst first. */
export function renderGithub(report: Report, { root }: Pick<ReportOptions, "root">): string {
  const places = placesIn(report.sources);
  const bySeverity = severities.map((severity) =>
    report.diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const lines = bySeverity
    .flatMap((group) => group.slice(0, MOST_OF_A_KIND))
    .map((diagnostic) => command(diagnostic, places, root));
  return [...lines, ...leftOut(bySeverity)].map((line) => `${line}\n`).join("");
}

function command(diagnostic: Diagnostic, places: Places, root: string): string {
  const { start, end } = places.rangeOf(diagnostic.file, diagnostic.span);
  const properties = {
    file: pathOf(diagnostic.file, root),
    line: start.line,
    col: start.column,
    endLine: end.line,
    // Columns of a place of several lines are not taken.
    ...(start.line === end.line && { endColumn: Math.max(start.column, end.column - 1) }),
    title: diagnostic.code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(`${value}`)}`);
  return `::${commands[diagnostic.severity]} ${list.join(",")}::${data(textOf(diagnostic, places, root))}`;
}

function textOf(diagnostic: Diagnostic, places: Places, root: string): string {
  const { message, help, related = [] } = diagnostic;
  const others = related.slice(0, MOST_RELATED).map(({ message: said, file, span }) => {
    return `${said}: ${pathOf(file, root)}:${places.rangeOf(file, span).start.line}`;
  });
  const changes = toldChanges(diagnostic, places);
  const lines = [message, ...others, ...changes, ...(help === undefined ? [] : [help])];
  const text = lines.map(visible).join("\n");
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text;
}

function leftOut(bySeverity: readonly (readonly Diagnostic[])[]): readonly string[] {
  const counts = bySeverity.flatMap((group, i) => {
    const more = group.length - MOST_OF_A_KIND;
    return more > 0 ? [counted(more, severities[i]!)] : [];
  });
  if (counts.length === 0) return [];
  return [
    `Left out, because GitHub shows ten of a kind: ${counts.join(", ")}. npm run check shows all.`,
  ];
}

/** GitHub's escapes for the text of a command. */
const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** GitHub's escapes for a property of a command. */
const property = (text: string): string =>
  data(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
