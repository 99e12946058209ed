import { pageOf } from "./codes.ts";
import type { Diagnostic, Report, ReportOptions } from "./diagnostic.ts";
import { pathOf, placesIn, urlPath, type Places } from "./places.ts";
import { counted, summaryLine } from "./summary.ts";
import { excerptOf, toldChanges } from "./told-changes.ts";
import { visible } from "./visible.ts";

/** GitHub takes no longer summary of a step, in bytes. */
export const LONGEST_SUMMARY = 1024 * 1024;
/** In columns: enough to recognise a passage by. */
const LONGEST_EXCERPT = 200;
const MOST_RELATED = 5;
/** Two spaces at the end of a line break it. */
const BREAK = "  \n";
/** For the line that counts what is left out, in bytes. */
const ROOM_FOR_REST = 200;

interface Page {
  readonly places: Places;
  readonly root: string;
  readonly repository: string | undefined;
}

/**
 * All findings as Markdown, for the page that GitHub shows of a run. Nothing that stands in a text can act as markup.
 *
 * @param room in bytes of UTF-8: GitHub drops a summary that is too long. What does not fit is counted; where nothing does,
 * the summary is empty.
 */
export function renderGithubSummary(
  report: Report,
  { root, repository }: Pick<ReportOptions, "root" | "repository">,
  room = LONGEST_SUMMARY,
): string {
  const page: Page = { places: placesIn(report.sources), root, repository };
  const { diagnostics, summary } = report;
  let text = `## Galley\n\n${summaryLine(summary)}\n\n`;
  let left = room - Buffer.byteLength(text) - ROOM_FOR_REST;
  if (left < 0) return "";
  let told = 0;
  for (const diagnostic of diagnostics) {
    const isSameFile = told > 0 && diagnostics[told - 1]!.file === diagnostic.file;
    const piece = (isSameFile ? "" : headingOf(diagnostic.file, page)) + item(diagnostic, page);
    left -= Buffer.byteLength(piece);
    if (left < 0) break;
    text += piece;
    told++;
  }
  const rest = diagnostics.length - told;
  const more = `${counted(rest, "more finding")} than GitHub has room for: \`npm run check\` shows all.\n`;
  return rest > 0 ? text + more : text;
}

const headingOf = (file: string, { root }: Page): string =>
  `### ${escaped(pathOf(file, root))}\n\n`;

function item(diagnostic: Diagnostic, page: Page): string {
  const { code, severity, message, help, file, span, related = [] } = diagnostic;
  const shown = related.slice(0, MOST_RELATED);
  const rest = related.length - shown.length;
  const text = page.places.textOf(file);
  const head = `- **${severity}** in ${placeOf(diagnostic, page, false)}: ${escaped(message)} (${codeOf(code, page)})`;
  const excerpt = `  > ${escaped(excerptOf(text, span, LONGEST_EXCERPT))}`;
  const lines = [
    ...shown.map((place) => `${escaped(place.message)}: ${placeOf(place, page, true)}`),
    ...(rest > 0 ? [`and ${counted(rest, "more place")}`] : []),
    ...toldChanges(diagnostic, page.places).map(escaped),
    ...(help === undefined ? [] : [withCode(help)]),
  ];
  const blocks = [
    head,
    ...(span.end > span.start ? [excerpt] : []),
    ...(lines.length > 0 ? [lines.map((line) => `  ${line}`).join(BREAK)] : []),
  ];
  return blocks.map((block) => `${block}\n\n`).join("");
}

function placeOf(
  { file, span }: Pick<Diagnostic, "file" | "span">,
  { places, root, repository }: Page,
  withFile: boolean,
): string {
  const path = pathOf(file, root);
  const { start, end } = places.rangeOf(file, span);
  const lines = start.line === end.line ? `L${start.line}` : `L${start.line}-L${end.line}`;
  const name = `${withFile ? `${escaped(path)}, ` : ""}line ${start.line}`;
  return linked(name, repository && `${repository}${urlPath(path)}?plain=1#${lines}`);
}

const codeOf = (code: Diagnostic["code"], { repository }: Page): string =>
  linked(escaped(code), repository && `${repository}${pageOf(code)}`);

const linked = (text: string, url: string | undefined): string =>
  url === undefined ? text : `[${text}](<${url}>)`;

/** What stands between backticks is code. */
const withCode = (text: string): string =>
  text
    .split("`")
    .map((part, i) => (i % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join("");

/** Text that is no markup of Markdown or HTML, nor of what GitHub adds to them: addresses, mathematics. */
const escaped = (text: string): string =>
  visible(text).replace(/[\\`*_{}[\]<>()#+\-.!|~&@:/$=]/g, "\\$&");
