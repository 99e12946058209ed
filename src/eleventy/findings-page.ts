import { html, raw, type Html, type Part } from "../text/html.ts";
import type { Severity } from "../diagnostics/codes.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { drawnChanges } from "../diagnostics/draw-changes.ts";
import { drawn } from "../diagnostics/draw.ts";
import { labels, withCode } from "../diagnostics/html/finding.ts";
import { summaryLine } from "../diagnostics/index.ts";
import { pathOf, placesIn, type Places } from "../diagnostics/places.ts";
import { visible } from "../diagnostics/visible.ts";
import { idOfCopy } from "../marks/index.ts";

/** What a preview's last build came to. */
export interface Findings {
  readonly report?: Report;
  /** Why there is no build, where it is no matter of the content. */
  readonly failure?: string;
  /** The content folder as the writer would type it. */
  readonly root: string;
  /** Where the preview begins: the path that it is served below. */
  readonly home: string;
  /** The addresses of texts in the preview, by their files. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Below this lies what only a preview serves. No page of a site begins with a dot. */
export const OWN_FOLDER = "/.galley/";

/** Fits a page's column; on a phone a frame scrolls. */
const WIDTH = 84;

/** All findings of the last build, grouped by file: first what keeps the site from being built. */
export function findingsPage({ report, failure, root, home, pages }: Findings): Html {
  const diagnostics = worstFirst(report?.diagnostics ?? []);
  const places = placesIn(report?.sources ?? (() => undefined));
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const groups = files.map((file) =>
    group(
      file,
      pages.get(file),
      diagnostics.filter((finding) => finding.file === file),
      places,
      root,
    ),
  );
  return page(
    "Findings",
    home,
    html`<h1>Findings</h1>
      <p>${report ? summaryLine(report.summary) : "Nothing is built yet."}</p>
      ${failure !== undefined && trouble(failure)} ${isStopped(diagnostics) && STOPPED}
      ${report && groups.length === 0 && failure === undefined && html`<p>Nothing to mend.</p>`}
      ${groups}`,
  );
}

const worstFirst = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity));

const RANKS: readonly Severity[] = ["error", "warning", "note"];

const isStopped = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

const STOPPED = html`<p class="error">
  The site could not be built: the last good pages stay as they are until its errors are mended.
</p>`;

const trouble = (failure: string): Html =>
  html`<section>
    <h2>The last edit could not be built</h2>
    ${pre(failure, "What went wrong")}
  </section>`;

function group(
  file: string,
  url: string | undefined,
  findings: readonly Diagnostic[],
  places: Places,
  root: string,
): Html {
  return html`<section>
    <h2>${visible(pathOf(file, root))}</h2>
    ${url !== undefined && html`<p><a href="${url}">Its page in the preview</a></p>`}
    <ul>
      ${findings.map((finding) => html`<li>${item(finding, places, root)} ${mark(finding, url)}</li>`)}
    </ul>
  </section>`;
}

function item(finding: Diagnostic, places: Places, root: string): readonly Part[] {
  const { code, severity, message, help, file, span, related = [] } = finding;
  const { line, column } = places.rangeOf(file, span).start;
  return [
    html`<h3>${visible(message)}</h3>
      <p>
        <strong class="${severity}">${labels[severity]}</strong>
        <a href="${OWN_FOLDER}${code}/">${code}</a> in line ${line}, column ${column}
      </p>`,
    frame(file, span, places, `Line ${line}`),
    ...related.slice(0, MOST_RELATED).map((place) => {
      const at = places.rangeOf(place.file, place.span).start.line;
      return html`<p>${visible(place.message)}: ${visible(pathOf(place.file, root))}, line ${at}</p>
        ${frame(place.file, place.span, places, `Line ${at} of ${place.file}`)}`;
    }),
    ...changes(finding, places),
    related.length > MOST_RELATED && html`<p>And ${related.length - MOST_RELATED} more places.</p>`,
    help !== undefined && html`<p>${withCode(visible(help))}</p>`,
  ];
}

/** Passages are marked in their pages. */
const mark = (finding: Diagnostic, url: string | undefined): Part =>
  finding.code === "duplicate-passage" &&
  url !== undefined &&
  html`<p><a href="${url}#${idOfCopy(finding)}">See it marked in its page</a></p>`;

/** A signature can have thousands. */
const MOST_RELATED = 3;

/** What has changed since the earliest place. */
function changes(finding: Diagnostic, places: Places): readonly Part[] {
  const rows = drawnChanges(finding, places, WIDTH);
  if (rows.length === 0) return [];
  return [html`<p>What has changed:</p>`, pre(rows.join("\n"), "What has changed")];
}

function frame(file: string, span: Diagnostic["span"], places: Places, name: string): Part {
  const lines = drawn(places.linesOf(file), span, WIDTH);
  return lines.length > 0 && pre(lines.join("\n"), name);
}

/** Wide text scrolls, with the keyboard too. */
const pre = (text: string, name: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="${name}">${text}</pre>`;

/** The page that explains a code, as it is written. */
export const codePage = (code: string, text: string, home: string): Html =>
  page(
    code,
    home,
    html`<h1>${code}</h1>
      <p><a href="${OWN_FOLDER}">All findings</a></p>
      <pre class="text">${text}</pre>`,
  );

function page(title: string, home: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Galley preview</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <header><a href="${home}">The preview</a></header>
        <main>${main}</main>
      </body>
    </html>`;
}

/** Its own, so that it stands when the site's is being edited. */
const STYLE = `:root { color-scheme: light dark; --ink: #1f1d1a; --paper: #fdfcfa; --shade: #f1eee8; --link: #0b5394; --error: #a3121f; --warning: #7a4b00; --note: #33566b }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e0; --paper: #191817; --shade: #262422; --link: #8ec1ff; --error: #ff9c9c; --warning: #f2bf6c; --note: #a5cde4 } }
body { margin: 0 auto; padding: 1rem; max-width: 52rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--link) }
h1 { font-size: 1.6rem } h2 { margin: 2rem 0 0; font-size: 1.1rem; overflow-wrap: anywhere } h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere }
p { margin: .25rem 0; overflow-wrap: anywhere }
ul { margin: 0; padding: 0; list-style: none } li { padding: 1rem 0; border-bottom: 1px solid var(--shade) }
pre { margin: .5rem 0; padding: .75rem; overflow-x: auto; font: .8rem/1.4 ui-monospace, monospace; background: var(--shade) }
pre.text { white-space: pre-wrap; overflow-wrap: anywhere } code { font-family: ui-monospace, monospace }
.error { color: var(--error) } .warning { color: var(--warning) } .note { color: var(--note) }`;
