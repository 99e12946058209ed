import picocolors from "picocolors";
import type { Span } from "../text/span.ts";
import type { Severity } from "./codes.ts";
import type { Diagnostic, Related, Report, ReportOptions } from "./diagnostic.ts";
import { drawnChanges } from "./draw-changes.ts";
import { drawn } from "./draw.ts";
import { pathOf, placesIn, type Places } from "./places.ts";
import { counted } from "./summary.ts";
import { visible, widthOf } from "./visible.ts";

/** Where no terminal is, or a wider one: longer lines are tiring to read. */
const MOST_WIDTH = 100;
/** Narrower frames show nothing to recognise. */
const LEAST_WIDTH = 40;
/** A signature can have thousands. */
const MOST_RELATED = 3;
const INDENT = "  ";

type Colours = ReturnType<typeof picocolors.createColors>;

interface Page {
  readonly places: Places;
  readonly root: string;
  readonly width: number;
  readonly colours: Colours;
}

/**
 * The report for people. The first line of each finding is `FILE:LINE:COLUMN severity[code] message`; then
 * comes the place itself, then related places, then what to do.
 */
export function renderPretty(report: Report, options: ReportOptions): string {
  const page: Page = {
    places: placesIn(report.sources),
    root: options.root,
    width: Math.max(Math.min(options.width ?? MOST_WIDTH, MOST_WIDTH), LEAST_WIDTH),
    colours: picocolors.createColors(options.colour),
  };
  return report.diagnostics
    .map((diagnostic) => `${finding(diagnostic, page).trimEnd()}\n`)
    .join("\n");
}

function finding(diagnostic: Diagnostic, page: Page): string {
  const { code, severity, message, file, span, related = [], help } = diagnostic;
  const { colours } = page;
  const label = paint(severity, `${severity}[${code}]`, colours);
  const shown = related.slice(0, MOST_RELATED);
  const rest = related.length - shown.length;
  return [
    `${colours.bold(placeOf(file, span, page))} ${label} ${colours.bold(visible(message))}`,
    ...frame(file, span, severity, page),
    ...shown.flatMap((place) => relatedPlace(place, page)),
    ...changesIn(diagnostic, page),
    ...(rest > 0 ? [`${INDENT}and ${counted(rest, "more place")}`, ""] : []),
    ...(help === undefined ? [] : paragraph(`help: ${visible(help)}`, page.width)),
  ].join("\n");
}

const relatedPlace = ({ message, file, span }: Related, page: Page): readonly string[] => [
  `${INDENT}${placeOf(file, span, page)} ${visible(message)}`,
  ...frame(file, span, "note", page),
];

function placeOf(file: string, span: Span, { places, root }: Page): string {
  const { line, column } = places.rangeOf(file, span).start;
  return `${visible(pathOf(file, root))}:${line}:${column}`;
}

/** What has changed since the earliest place: the others would say much the same. */
function changesIn(diagnostic: Diagnostic, { places, width, colours }: Page): readonly string[] {
  const rows = drawnChanges(diagnostic, places, width - INDENT.length, {
    margin: (text) => colours.dim(INDENT + text),
    mark: (text) => colours.magenta(text),
  });
  return rows.length === 0 ? [] : [`${INDENT}what has changed:`, "", ...rows, ""];
}

function frame(file: string, span: Span, severity: Severity, page: Page): readonly string[] {
  const { places, width, colours } = page;
  const lines = drawn(places.linesOf(file), span, width - INDENT.length, {
    margin: (text) => colours.dim(INDENT + text),
    mark: (text) => paint(severity, text, colours),
  });
  return lines.length === 0 ? [] : ["", ...lines, ""];
}

function paint(severity: Severity, text: string, colours: Colours): string {
  if (severity === "error") return colours.red(text);
  return severity === "warning" ? colours.yellow(text) : colours.cyan(text);
}

/** What is to be copied stays in one line. */
const UNBROKEN = /(?:`[^`\n]{1,60}`|<!--[^>\n]{1,60}-->|\S)+/gu;

/** The words in lines of a width, indented. */
function paragraph(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const [word] of text.matchAll(UNBROKEN)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(INDENT + word);
  }
  return lines;
}
