import type { Outcome } from "../build/build.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { reporters, summaryLine } from "../diagnostics/index.ts";
import { appearance, shortest } from "../io/terminal.ts";

/** Says what a finished build did: findings first, then the figures. */
export function sayBuilt(outcome: Outcome, content: string, isQuiet: boolean): void {
  if (isQuiet) return;
  console.log(findings(outcome.report, content) + summaryLine(outcome.report.summary));
  console.log(figures(outcome));
}

/** Says why nothing is built. */
export function sayRefused(report: Report, content: string): void {
  console.error(findings(report, content) + summaryLine(report.summary));
}

/** The findings as a terminal shows them, and a blank line behind them where there are any. */
export function findings(report: Report, content: string, look = appearance()): string {
  const text = reporters.pretty(report, { ...look, root: shortest(content) });
  return text === "" ? "" : `${text}\n`;
}

export function figures({ output, pages, written, removed, seconds }: Outcome): string {
  const isSame = written === 0 && removed === 0;
  const changes = isSame ? "nothing changed" : `${written} written, ${removed} removed`;
  const noun = pages === 1 ? "page" : "pages";
  return `${pages} ${noun} in ${shortest(output)}: ${changes}, in ${seconds.toFixed(2)} s`;
}
