import { html, type Html, type Part } from "../../text/html.ts";
import type { Span } from "../../text/span.ts";
import type { Severity } from "../codes.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { pathOf } from "../places.ts";
import { counted } from "../summary.ts";
import { visible } from "../visible.ts";
import { excerpt, linesIn, type Context } from "./side.ts";

/** A signature can have thousands. */
const MOST_RELATED = 5;
/** Characters of the line on both sides of a place. */
const AROUND = 80;

export const labels: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  note: "Note",
};

/** A finding with its place, and what it says about other places. */
export function finding(found: Diagnostic, id: string, context: Context): Html {
  const { file, span, related = [] } = found;
  const rest = related.length - MOST_RELATED;
  return html`<article class="finding" id="${id}">
    <h4>${headingOf(found, id)}</h4>
    ${metaOf(found)}
    <p class="where">${linesIn(found, context)}</p>
    ${span.end > 0 && excerpt({ file, span, changed: [span] }, context, around(found, context))}
    ${related.slice(0, MOST_RELATED).map((place) => {
      const path = visible(pathOf(place.file, context.root));
      return html`<p>${visible(place.message)}: ${path}, ${linesIn(place, context)}</p>`;
    })}
    ${rest > 0 && html`<p>and ${counted(rest, "more place")}</p>`} ${helpOf(found)}
  </article>`;
}

/** What it is, with an address within the page. */
const headingOf = ({ message }: Diagnostic, id: string): Html =>
  html`<a href="#${id}">${visible(message)}</a>`;

/** What it is and how grave: the head of a passage. */
export const headOf = (found: Diagnostic, id: string): Html =>
  html`<h3>${headingOf(found, id)}</h3>
    ${metaOf(found, `passage ${id.slice(1)}`)}`;

function metaOf({ severity, code, data }: Diagnostic, name?: string): Html {
  const fingerprint = data?.["fingerprint"];
  return html`<p class="meta">
    <strong class="${severity}">${labels[severity]}</strong> <span>${code}</span>
    ${name !== undefined && html`<span>${name}</span>`}
    ${typeof fingerprint === "string" && html`<code>${fingerprint}</code>`}
  </p>`;
}

export const helpOf = ({ help }: Diagnostic): Part =>
  help !== undefined && html`<p class="help">${withCode(visible(help))}</p>`;

/** What stands between backticks is code. */
export const withCode = (text: string): readonly Part[] =>
  text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));

/** The place with the rest of its line, as far as it helps to find it. */
function around({ file, span }: Diagnostic, { places }: Context): Span {
  const text = places.textOf(file);
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const after = text.slice(span.end, span.end + AROUND);
  return {
    start: span.start - before.length + before.search(/[^\r\n]*$/),
    end: span.end + after.search(/[\r\n]|$/),
  };
}
