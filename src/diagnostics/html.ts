import { createHash } from "node:crypto";
import { html, raw, type Html, type Part } from "../text/html.ts";
import type { Diagnostic, Report, ReportOptions } from "./diagnostic.ts";
import { finding } from "./html/finding.ts";
import { shareMap } from "./html/map.ts";
import { passage } from "./html/passage.ts";
import type { Context } from "./html/side.ts";
import { STYLE } from "./html/style.ts";
import { pathOf, placesIn } from "./places.ts";
import { counted, summaryLine } from "./summary.ts";
import { visible } from "./visible.ts";

/** A browser opens it at once, and so does a mail. */
const LARGEST_PAGE = 4_000_000;
/** Of a place, in characters: the fewest by which a passage is recognised, the most that one reads. */
const LEAST_ROOM = 300;
const MOST_ROOM = 3000;
/** The places of a passage, roughly, and how much markup a character of text takes. */
const SHARES = 4;

/**
 * One page that needs no other file, no network and no script: passages with their places side by side, a map of the texts
 * that share them, then all other findings by file. It is never much larger than 4 MB: with many findings, less text is
 * shown of each, and what has no room at all is counted.
 */
export function renderHtml(report: Report, { root }: Pick<ReportOptions, "root">): string {
  const { diagnostics, summary, sources } = report;
  const room = LARGEST_PAGE / SHARES / Math.max(1, diagnostics.length);
  const context: Context = {
    places: placesIn(sources),
    root,
    room: Math.round(Math.min(MOST_ROOM, Math.max(LEAST_ROOM, room))),
  };
  const passages = diagnostics.filter(isPassage);
  const others = diagnostics.filter((found) => !isPassage(found));
  const ids = new Map(passages.map((found, i) => [found, `p${i + 1}`]));
  const idOf = (found: Diagnostic): string => ids.get(found)!;

  const filling = new Filling(LARGEST_PAGE);
  const shownPassages = passages.flatMap((found) =>
    filling.take(() => passage(found, idOf(found), context)),
  );
  const shownOthers = others.flatMap((found, i) =>
    filling.take(() => finding(found, `f${i + 1}`, context)),
  );
  const page = document(
    html`<h1>What the proof found</h1>
      <p class="lead">${summaryLine(summary)}</p>
      ${contents(passages.length, others.length)}`,
    html`${diagnostics.length === 0 && html`<p class="lead">Nothing to mend.</p>`}
    ${
      passages.length > 0 &&
      html`<section aria-labelledby="map">
          <h2 id="map">Which texts share passages</h2>
          ${shareMap(passages.slice(0, shownPassages.length), idOf)}
        </section>
        <section aria-labelledby="passages">
          <h2 id="passages">Said before</h2>
          ${passages.some(hasChanges) && html`<p class="help">${MARKED}</p>`} ${shownPassages}
        </section>`
    }
    ${
      shownOthers.length > 0 &&
      html`<section aria-labelledby="others">
        <h2 id="others">${passages.length > 0 ? "All else" : "Findings"}</h2>
        ${byFile(others, shownOthers, root)}
      </section>`
    }
    ${leftOut(diagnostics.length - shownPassages.length - shownOthers.length)}`,
  );
  return `${page.toString()}\n`;
}

const isPassage = ({ code }: Diagnostic): boolean => code === "duplicate-passage";
const hasChanges = ({ data }: Diagnostic): boolean => data?.["kind"] !== "exact";

const MARKED = "Words that only one of two places has are underlined.";

/** Takes what there is room for; once something had none, nothing comes behind it. */
class Filling {
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  take(make: () => Html): readonly Html[] {
    if (this.#room <= 0) return [];
    const made = make();
    this.#room -= made.toString().length;
    return [made];
  }
}

function contents(passages: number, others: number): Part {
  if (passages === 0) return undefined;
  return html`<nav aria-label="Parts">
    <ul>
      <li><a href="#map">Which texts share passages</a></li>
      <li><a href="#passages">Said before (${passages})</a></li>
      ${others > 0 && html`<li><a href="#others">All else (${others})</a></li>`}
    </ul>
  </nav>`;
}

/** The findings are in the order of their files. */
function byFile(findings: readonly Diagnostic[], shown: readonly Html[], root: string): Part {
  const groups = new Map<string, Html[]>();
  shown.forEach((made, i) => {
    const { file } = findings[i]!;
    groups.set(file, [...(groups.get(file) ?? []), made]);
  });
  return [...groups].map(
    ([file, group]) =>
      html`<section class="file">
        <h3>${visible(pathOf(file, root))}</h3>
        ${group}
      </section>`,
  );
}

const leftOut = (count: number): Part =>
  count > 0 &&
  html`<p>
    ${counted(count, "more finding")} had no room on this page:
    <code>npm run check -- --format=json</code> has all.
  </p>`;

/** Whatever a text holds, nothing runs and nothing is loaded: the page's own policy allows its style sheet alone. */
function document(header: Html, main: Html): Html {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>What the proof found · Galley</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header>${header}</header>
        <main>${main}</main>
      </body>
    </html>`;
}
