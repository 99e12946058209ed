import { counted } from "../diagnostics/summary.ts";
import { addressOf, isPage } from "./paths.ts";
import { changesBetween, type ReleaseRecord } from "./release-record.ts";
import { bounded, say } from "./say.ts";

/** Of each kind of change. */
const MOST_SHOWN = 12;

/** Says which pages readers will see new, changed and gone. */
export function tellChanges(older: ReleaseRecord | undefined, newer: ReleaseRecord): void {
  const { added, changed, removed } = changesBetween(older, newer);
  const lines = [
    ...linesFor("new", added, newer.url),
    ...linesFor("changed", changed, newer.url),
    ...linesFor("gone", removed, older?.url ?? newer.url),
  ];
  const others = [...added, ...changed, ...removed].filter((path) => !isPage(path)).length;
  if (lines.length === 0 && others === 0) return say("Readers will see no change.");
  say(`Readers will see${lines.length === 0 ? "" : ":"}`);
  for (const line of lines) say(`  ${line}`);
  if (others > 0) say(`  ${counted(others, "other file")}: feeds, pictures and the like`);
}

/** Essays before lists of essays: a deeper page says more about the push than the home page. */
function linesFor(what: string, paths: readonly string[], url: string): readonly string[] {
  const pages = paths.filter(isPage).toSorted((a, b) => rankOf(a) - rankOf(b));
  const lines = pages.map((path) => `${what.padEnd(8)}${addressOf(path, url)}`);
  return bounded(lines, MOST_SHOWN);
}

const rankOf = (path: string): number => (/^essays\/(?!\d{4}\/)[^/]+\//.test(path) ? 0 : 1);
