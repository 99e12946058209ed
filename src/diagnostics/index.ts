import type { Report, ReportOptions } from "./diagnostic.ts";
import { renderGithub } from "./github.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderPretty } from "./pretty.ts";
import { renderSarif } from "./sarif.ts";

export { summaryLine } from "./summary.ts";

/** Every way to show a report. Each text ends with a line break, unless it is empty. */
export const reporters = {
  pretty: renderPretty,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  html: renderHtml,
} as const satisfies Record<string, (report: Report, options: ReportOptions) => string>;

export type Format = keyof typeof reporters;
